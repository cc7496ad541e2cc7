import { FHIR_FAULT_WORDS } from '../../../kernel/words/fhir-files';
import type { ReadDelivery } from '../../domain/delivered';
import { deliver } from '../../domain/fhir/read-resource';
import { isOfGateway, readGateway } from '../../domain/kl-gateway/read-gateway';
import { reportReading } from '../../domain/kl-gateway/report';
import { readDelivery } from '../fhir/read-delivery';
import { gatewayTerms } from './load-terms';

/**
 * Reads deliveries of §140 rehabilitation to KL Gateway (docs/formats/kl-gateway.md; implementation guide
 * kl.dk.fhir.rehab 2.2.0): delivery reports, each a Bundle of one citizen, and incremental deliveries, each a Bundle of
 * reports, in a `.json` file, one a line, or a folder of them. Reports are read in the order of their `timestamp`, which
 * is the time of what they state. A report holds what has changed: what it does not repeat stays.
 */
export const readKlGateway: ReadDelivery = (path, asked) => {
  const gateway = gatewayTerms();
  return readDelivery(path, asked, {
    accepts: (resource) => isOfGateway(resource, gateway),
    fault: (file) => FHIR_FAULT_WORDS.notGateway({ file, profiles: gateway.profiles }),
    isByTime: true,
    within: (bundle, entries, reading) => reportReading(bundle, entries, { ...reading, gateway }),
    read: (resource, where, reading) =>
      deliver(resource, where, reading, (one, inside) => readGateway(one, { ...inside, gateway })),
  });
};
