// Which colours the words on a box take.
import type { Look, Tone } from '../stage/look';
import type { LabelTone } from '../stage/scene';

const dark: ReadonlySet<Tone> = new Set(['hypervisor', 'kernel', 'runtime', 'host']);

/** Words on a box itself: white on structure, ink on tenants and on everything pale, soft on what is off. */
export function inkOn(tone: Tone, look: Look): LabelTone {
  if (look === 'fallen') return 'fallen';
  if (look === 'off') return 'soft';
  if (look === 'starting') return 'ink';
  return dark.has(tone) ? 'on-dark' : 'ink';
}
