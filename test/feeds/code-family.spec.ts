import { codeFamily } from '../../src/kernel/code-family';
import type { EventKind } from '../../src/kernel/event-kinds';

test.each<[EventKind, object, string]>([
  ['hospital.procedure', { code: 'BUG1' }, 'BUG'],
  ['hospital.procedure', { code: 'BVDY04' }, 'BVDY0'],
  ['hospital.procedure', { code: 'KFNG02' }, 'PCI'],
  ['hospital.procedure', { code: 'KFNC30' }, 'CABG'],
  ['hospital.procedure', { code: 'ZZ1' }, 'other'],
  ['hospital.diagnosis', { code: 'DI219' }, 'AMI'],
  ['hospital.diagnosis', { code: 'DI251' }, 'IHD'],
  ['hospital.diagnosis', { code: 'DZ034' }, 'obs'],
  ['hospital.measurement', { kind: 'hads' }, 'hads'],
  ['municipality.intervention', { kind: 'diet' }, 'diet'],
  ['laboratory.result', { npu: 'NPU01568' }, 'LDL'],
  ['pharmacy.dispensing', { atc: 'C10BA02' }, 'statin'],
  ['pharmacy.dispensing', { atc: 'B01AC06' }, 'antithrombotic'],
  ['hospital.contact', { contactId: 'k-1' }, ''],
  ['hospital.procedure', {}, ''],
])('%s %j is of the family %j', (kind, data, family) => expect(codeFamily(kind, data)).toBe(family));
