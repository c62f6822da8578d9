// The same circle in robot3 (1.2.0), a small state machine library.
import { createMachine, interpret, reduce, state, transition } from 'robot3';
import { ROUND } from './table';

/** Takes `steps` transitions and returns the rounds that were counted. */
export function cycleInRobot(steps: number): unknown {
  const machine = createMachine(
    {
      pulling: state(transition('PULLED', 'creating')),
      creating: state(transition('CREATED', 'running')),
      running: state(
        transition(
          'CRASHED',
          'backoff',
          reduce((context: { rounds: number }) => ({ ...context, rounds: context.rounds + 1 })),
        ),
      ),
      backoff: state(transition('RETRIED', 'pulling')),
    },
    () => ({ rounds: 0 }),
  );
  const service = interpret(machine, () => undefined);
  for (let i = 0; i < steps; i++) service.send(ROUND[i & 3]!);
  return service.context.rounds;
}
