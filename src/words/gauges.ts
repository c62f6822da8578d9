// What is said beside the gauges of a VM: the CPU it gets of what it could run, and where its memory is.
import type { GaugeWords } from '../layout/gauge/layoutGauges';
import type { LimitWords } from '../layout/gauge/limitGauges';
import type { Entity, WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { gauges } from '../i18n/gauges';

const CORE = 1_000_000;
const USUAL_WEIGHT = 100;

const cores = (micro: number): string => format.number(Math.round(micro / (CORE / 100)) / 100);

/** The words of the gauges in the language of the page. */
export const gaugeWords: GaugeWords = {
  cpu: (granted, runnable) =>
    runnable > granted
      ? gauges.part(cores(granted), cores(runnable))
      : gauges.all(format.cores(granted, gauges.cores), cores(granted)),
  memory: (kind, bytes) => gauges.memory[kind](format.memory(bytes)),
};

/** By what a container's CPU is divided: its quota where it is stopped by it, else its weight. */
function dividedBy({ cpu, context }: Entity): string {
  const quota = Number(context['cpuLimitMicro'] ?? 0);
  if (quota > 0 && cpu.granted >= quota) return gauges.quota(cores(quota));
  if (cpu.granted >= cpu.wanted && context['weight'] === USUAL_WEIGHT) return '';
  return gauges.weight(format.number(Number(context['weight'] ?? 0)));
}

/** The words of what limits do to a container. */
export const limitWords: LimitWords = {
  cpu: (container) => {
    const { granted, wanted } = container.cpu;
    const by = dividedBy(container);
    if (granted >= wanted)
      return gauges.containerAll(format.cores(granted, gauges.cores), cores(granted), by);
    return gauges.container(cores(granted), cores(wanted), by);
  },
  period: (runs, of) => gauges.period(format.duration(runs), format.duration(of), format.duration(of - runs)),
  memory: (bytes) => gauges.limit(format.memory(bytes)),
};

/** What limits do to a container, for those who do not see it; nothing where none does anything. */
export function limitsTold(container: Entity, view: WorldView): string[] {
  const { cpu, memory, id } = container;
  const period = view.periodOf(id);
  const isStopped = period !== null && period.throttled === 1;
  return [
    ...(cpu.granted < cpu.wanted ? limitWords.cpu(container).slice(0, 1) : []),
    ...(isStopped ? limitWords.period(period.runsMicros, period.periodMicros).slice(0, 1) : []),
    ...(memory.size === null ? [] : limitWords.memory(memory.size).slice(0, 1)),
  ];
}

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
