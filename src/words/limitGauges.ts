// What is said beside the gauges of a container: what it gets and by what, its period, its memory limit.
import type { LimitWords } from '../layout/gauge/limitGauges';
import type { Entity, WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { limitGauges } from '../i18n/limitGauges';

const CORE = 1_000_000;
const USUAL_WEIGHT = 100;

const cores = (micro: number): string => format.number(Math.round(micro / (CORE / 100)) / 100);

/** By what a container's CPU is divided: its quota where it is stopped by it, else its weight. */
function dividedBy({ cpu, context }: Entity): string {
  const quota = Number(context['cpuLimitMicro'] ?? 0);
  if (quota > 0 && cpu.granted >= quota) return limitGauges.quota(format.cores(quota, limitGauges.cores));
  if (cpu.granted >= cpu.wanted && context['weight'] === USUAL_WEIGHT) return '';
  return limitGauges.weight(format.number(Number(context['weight'] ?? 0)));
}

/** The words of what limits do to a container. */
export const limitWords: LimitWords = {
  cpu: (container) => {
    const { granted, wanted } = container.cpu;
    const by = dividedBy(container);
    const said = format.cores(granted, limitGauges.cores);
    if (granted >= wanted) return limitGauges.containerAll(said, cores(granted), by);
    return limitGauges.container(said, cores(granted), cores(wanted), by);
  },
  period: (runs, of) =>
    limitGauges.period(format.duration(runs), format.duration(of), format.duration(of - runs)),
  memory: (bytes) => limitGauges.limit(format.memory(bytes)),
  high: (bytes) => limitGauges.high(format.memory(bytes)),
};

/** What limits do to a container, for those who do not see it; nothing where none does anything. */
export function limitsTold(container: Entity, view: WorldView): string[] {
  const { cpu, memory, id, context } = container;
  const period = view.periodOf(id);
  const isStopped = period !== null && period.throttled === 1;
  return [
    ...(cpu.granted < cpu.wanted ? limitWords.cpu(container).slice(0, 1) : []),
    ...(isStopped ? limitWords.period(period.runsMicros, period.periodMicros).slice(0, 1) : []),
    ...(memory.size === null ? [] : limitWords.memory(memory.size).slice(0, 1)),
    ...(Number(context['memoryHighBytes'] ?? 0) > 0
      ? limitWords.high(Number(context['memoryHighBytes'])).slice(0, 1)
      : []),
  ];
}
