// Who starts a container again: the runtime beside it, as its restart policy says.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { Picker } from '../../engine/view';
import { runtimeOn } from '../runtime/containers';

/** Pickers of a container as they are set now; none before it is placed. */
export function containerPickers(reader: Reader, self: EntityNumber): readonly Picker[] {
  const kernel = reader.floor(self);
  const policy = reader.value(self, 'restartPolicy') as string;
  if (kernel === NONE || policy === 'no') return [];
  const runtime = runtimeOn(reader, kernel);
  return runtime === NONE ? [] : [{ by: 'runtime', id: reader.id(runtime), setting: policy }];
}
