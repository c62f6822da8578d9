// Settings and figures of a box as labelled lines, with units, from the fields of its context.
import type { Scalar } from '../../sim/engine/fact';
import type { Entity } from '../../sim/engine/view';
import { format } from '../../i18n';
import { inspector } from '../../i18n/inspector';
import { textRow, type Row } from './row';

const MICROS_PER_MS = 1_000;
const MICROS_PER_SECOND = 1_000_000;

/** Disks and networks are sold by it. */
const MEGABYTE = 1_000_000;

const { values } = inspector;

/** Settings that say who picks a box up and how, by kind. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  process: ['restart', 'startAtBoot'],
  container: ['restartPolicy', 'maxRetries'],
  runtime: ['restart', 'startAtBoot', 'liveRestore'],
  kernel: ['rebootOnPanicSeconds'],
  vm: ['onCrash', 'startAtBoot'],
  hypervisor: ['restartSeconds', 'startAtBoot', 'overcommit'],
};

/** Where the memory of a VM is that takes it only as it touches it; nothing where it reserves all of it. */
const TOUCHED = ['touchedBytes', 'balloonBytes', 'mergedBytes', 'swappedBytes'];

/** Figures that mean nothing while they are 0. */
const OPTIONAL = [
  'digest',
  'bytesPerSecond',
  'fetchedBytes',
  'namespaces',
  'sentBytes',
  'maxMemoryBytes',
  'servicesBytes',
  'stateBytes',
];

/** What else is worth knowing, by kind; what is not known yet (null) is left out. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  host: ['firmwareMs'],
  hypervisor: ['product', 'type', 'bootMs', 'pagesToScan'],
  vm: ['firmwareMs', 'maxMemoryBytes', 'sentBytes', ...TOUCHED],
  kernel: ['os', 'bootMs', 'servicesBytes'],
  runtime: ['product', 'startMs', 'restarts', 'exitCode', 'signal'],
  container: ['startMs', 'restarts', 'backoffMs', 'exitCode', 'oomKilled'],
  disk: ['capacityBytes', 'bytesPerSecond'],
  registry: ['bytesPerSecond', 'mirrorOf', 'fetchedBytes'],
  image: ['reference', 'digest', 'mirror', 'pulledBytes', 'error'],
  layer: ['digest', 'cacheHits'],
  volume: ['mount'],
  repository: ['commit', 'change'],
  distribution: ['advisory', 'fixed'],
  builder: ['disk', 'commit', 'hits', 'error'],
  vdisk: ['virtualBytes', 'readCost', 'release', 'stateBytes'],
  monitor: ['product'],
  process: ['service', 'namespaces', 'startMs', 'oomScoreAdj', 'restarts', 'exitCode', 'signal'],
};

/** Figures that the real systems' documents give only roughly (MODEL-FACTS marks them [M] or "about"). */
const ROUGH: readonly string[] = ['bootMs', 'firmwareMs', 'servicesBytes'];
/** Kinds whose start is such a time; a process starts as long as its scenario says. */
const ROUGH_STARTS: readonly string[] = ['runtime', 'container'];

/** Fields that mean nothing for this box: type 1 and type 2 hypervisors are brought back in different ways. */
function isIdle({ kind, context }: Entity, field: string): boolean {
  if (
    field === 'overcommit' ||
    field === 'oomKilled' ||
    field === 'pagesToScan' ||
    OPTIONAL.includes(field) ||
    TOUCHED.includes(field)
  )
    return !context[field];
  if (kind === 'hypervisor') return field === (context['type'] === 1 ? 'startAtBoot' : 'restartSeconds');
  if (field === 'maxRetries') return context['restartPolicy'] !== 'on-failure';
  return field === 'backoffMs' && context[field] === 0;
}

function inWords(kind: string, field: string, value: Scalar): string {
  if (typeof value === 'boolean') return value ? values.yes : values.no;
  if (field === 'os') return values.systems[String(value)] ?? String(value);
  if (typeof value !== 'number') return String(value);
  if (field === 'bytesPerSecond' && value % MEGABYTE === 0)
    return values.megabytes(format.number(value / MEGABYTE));
  if (field === 'bytesPerSecond') return format.quantity(value);
  if (field.endsWith('Bytes'))
    return ROUGH.includes(field) ? values.about(format.quantity(value)) : format.quantity(value);
  if (field.endsWith('Seconds'))
    return value === 0 ? values.never : values.after(format.duration(value * MICROS_PER_SECOND));
  if (field.endsWith('Ms')) {
    const time = format.duration(value * MICROS_PER_MS);
    const isRough = ROUGH.includes(field) || (field === 'startMs' && ROUGH_STARTS.includes(kind));
    return isRough ? values.about(time) : time;
  }
  if (field === 'exitCode') return inspector.tools.exitCode(value);
  if (field === 'cacheHits') return format.counted(value, values.timeForms);
  if (field === 'readCost') return format.counted(value / 100, values.fileForms);
  return field === 'maxRetries' && value === 0 ? values.noBound : format.number(value);
}

function rowsOf(entity: Entity, fields: readonly string[]): Row[] {
  return fields.flatMap((field) => {
    const value = entity.context[field];
    if (value === undefined || value === null || isIdle(entity, field)) return [];
    return [
      textRow(
        inspector.fields[`${entity.kind}.${field}`] ?? inspector.fields[field] ?? field,
        inWords(entity.kind, field, value),
      ),
    ];
  });
}

/** What its pickers were told. */
export function settingRows(entity: Entity): Row[] {
  return rowsOf(entity, SETTINGS[entity.kind] ?? []);
}

/** What a question may ask for: how long something takes, and what became of the box. */
const isOutcome = (field: string) =>
  field.endsWith('Ms') ||
  field.endsWith('Bytes') ||
  field === 'restarts' ||
  field === 'exitCode' ||
  field === 'oomKilled' ||
  field === 'signal';

/** Times, counts and names; while a question is open (`hideOutcome`) those alone that cannot answer it. */
export function figureRows(entity: Entity, hideOutcome: boolean): Row[] {
  const fields = FIGURES[entity.kind] ?? [];
  const shown = hideOutcome ? fields.filter((field) => !isOutcome(field)) : fields;
  return rowsOf(entity, shown);
}
