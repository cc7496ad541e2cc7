// CQL to ELM by the reference translator (@cqframework/cql), over FHIR 4.0.1.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SystemModelInfoProvider } from '@cqframework/cql/cql';
import {
  CqlTranslator,
  LibraryManager,
  ModelManager,
  createModelInfoProvider,
  createUcumService,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm';

const FHIR_MODEL = join(
  dirname(createRequire(import.meta.url).resolve('cql-exec-fhir')),
  'modelInfos',
  'fhir-modelinfo-4.0.1.xml',
);

/** Units of time are all there is, and those are CQL's own. */
const noUnits = () => {
  throw new Error('Only units of time are used.');
};

/** The library as ELM; throws with every fault that the translator finds. */
export function elmOf(cql) {
  const models = new ModelManager();
  const fhir = createModelInfoProvider((name) =>
    name === 'FHIR' ? stringAsSource(readFileSync(FHIR_MODEL, 'utf8')) : null,
  );
  models.modelInfoLoader.registerModelInfoProvider(fhir);
  models.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider());
  const units = createUcumService(noUnits, () => null, noUnits, noUnits);
  const translator = CqlTranslator.fromText(cql, new LibraryManager(models, undefined, undefined, units));
  const elm = JSON.parse(translator.toJson());
  const faults = elm.library.annotation.filter(({ errorSeverity }) => errorSeverity === 'error');
  if (faults.length > 0) {
    throw new Error(
      faults.map(({ startLine, startChar, message }) => `${startLine}:${startChar} ${message}`).join('\n'),
    );
  }
  return elm;
}

/** A Bundle of Measures with every Library's CQL as ELM beside it. */
export function withElm(bundle) {
  return {
    ...bundle,
    entry: bundle.entry.map((entry) =>
      entry.resource.resourceType === 'Library'
        ? {
            ...entry,
            resource: { ...entry.resource, content: [...entry.resource.content, elmContent(entry.resource)] },
          }
        : entry,
    ),
  };
}

function elmContent({ content }) {
  const cql = content.find(({ contentType }) => contentType === 'text/cql');
  const elm = elmOf(Buffer.from(cql.data, 'base64').toString('utf8'));
  return { contentType: 'application/elm+json', data: Buffer.from(JSON.stringify(elm)).toString('base64') };
}
