// Life of an artifact: kept where it was built, looked at by whoever shall take it, sent, arrived.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { ARTIFACT_AT_FIRST, ARTIFACT_DEFAULTS, type ArtifactContext } from './facts';

type ArtifactEvent =
  { type: 'SHIP'; to: string } | { type: 'TAKEN'; sendMs: number } | { type: 'REFUSED'; error: string };

/** Who refused it, but for the box that it goes to. */
const others = ({ refusedBy, to }: ArtifactContext): readonly string[] =>
  refusedBy.split(' ').filter((id) => id !== '' && id !== to);

/** The chart of an artifact. TAKEN and REFUSED come from the other end. */
export const artifactMachine = setup({
  types: {} as { context: ArtifactContext; events: ArtifactEvent; input: ArtifactContext; tags: StateTag },
  delays: { ask: ({ context }) => context.askMs, send: ({ context }) => context.sendMs },
  actions: {
    noteTarget: assign(({ event }) => (event.type === 'SHIP' ? { to: event.to, error: null } : {})),
    noteTime: assign(({ context, event }) =>
      event.type === 'TAKEN' ? { sendMs: event.sendMs, refusedBy: others(context).join(' ') } : {},
    ),
    noteError: assign(({ context, event }) =>
      event.type === 'REFUSED'
        ? { error: event.error, refusedBy: [...others(context), context.to].join(' ') }
        : {},
    ),
    tell,
    offer: byTheWorld,
    arrive: byTheWorld,
  },
}).createMachine({
  id: 'artifact',
  context: ({ input }): ArtifactContext => ({ ...ARTIFACT_DEFAULTS, ...ARTIFACT_AT_FIRST, ...input }),
  initial: 'kept',
  states: {
    kept: { tags: 'off', on: { SHIP: { target: 'offered', actions: 'noteTarget' } } },
    offered: {
      tags: 'off',
      after: { ask: { actions: 'offer' } },
      on: {
        TAKEN: { target: 'sending', actions: 'noteTime' },
        REFUSED: {
          target: 'kept',
          actions: [
            'noteError',
            { type: 'tell', params: { fact: 'artifact.refused', fields: ['to', 'error'] } },
          ],
        },
      },
    },
    sending: {
      tags: 'off',
      entry: { type: 'tell', params: { fact: 'artifact.sending', fields: ['to', 'bytes', 'sendMs'] } },
      after: { send: { target: 'kept', actions: 'arrive' } },
    },
  },
});
