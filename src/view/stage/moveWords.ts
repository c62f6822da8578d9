// What is said of a VM that is moved: what its round sends, or that it has arrived.
import type { MoveScene } from '../../layout/stage/moves';
import { format } from '../../i18n';
import { disks as words } from '../../i18n/disks';

/** "sends 2 GiB, sent before: 16 GiB"; of a move that would never end it says so first. */
export function moveWords({ sentBytes, roundBytes, isOver, isHopeless }: MoveScene): string {
  const sent = format.memory(sentBytes);
  if (isOver) return words.arrived(sent);
  const now = words.sends(format.memory(roundBytes), sent);
  return isHopeless ? `${words.hopeless}: ${now}` : now;
}
