// What is said beside the gauges of a VM: the CPU it gets of what it could run, and where its memory is.
import type { GaugeWords } from '../layout/gauge/layoutGauges';
import type { Entity } from '../sim/engine/view';
import { format } from '../i18n';
import { gauges } from '../i18n/gauges';

const CORE = 1_000_000;

const cores = (micro: number): string => format.number(Math.round(micro / (CORE / 100)) / 100);

/** The words of the gauges in the language of the page. */
export const gaugeWords: GaugeWords = {
  cpu: (granted, runnable) =>
    runnable > granted
      ? gauges.part(cores(granted), cores(runnable))
      : gauges.all(format.cores(granted, gauges.cores)),
  memory: (kind, bytes) => gauges.memory[kind](format.memory(bytes)),
  together: (kind, bytes) => gauges.together[kind](bytes === null ? '' : format.memory(bytes)),
};

/** What the gauges of a VM show, for those who do not see them. */
export function gaugesTold(vm: Entity): string[] {
  const bytes = (field: string) => Number(vm.context[field] ?? 0);
  const told = (kind: 'balloon' | 'swapped' | 'merged') =>
    bytes(`${kind}Bytes`) > 0 ? gaugeWords.memory(kind, bytes(`${kind}Bytes`)).slice(0, 1) : [];
  const { granted, stolen } = vm.cpu;
  return [
    ...gaugeWords.cpu(granted, granted + stolen).slice(0, 1),
    ...told('balloon'),
    ...told('swapped'),
    ...told('merged'),
  ];
}
