// Which colours the words on a box take.
import type { Look, Tone } from '../stage/look';
import type { LabelTone } from '../stage/scene';

const dark: ReadonlySet<Tone> = new Set(['hypervisor', 'kernel', 'runtime', 'host']);
const light: ReadonlySet<Tone> = new Set(['search', 'cart', 'buy', 'program']);

/** Words on a box itself: light on structure, dark on tenants, ink on the stage and on everything pale, soft on what is off. */
export function inkOn(tone: Tone, look: Look): LabelTone {
  if (look === 'fallen') return 'fallen';
  if (look === 'off') return 'soft';
  if (look === 'starting') return 'ink';
  if (dark.has(tone)) return 'on-dark';
  return light.has(tone) ? 'on-light' : 'ink';
}
