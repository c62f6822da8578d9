// What is asked for more often than anybody would notice.
import { whenIdle } from './whenIdle';

/** Not more often than so, milliseconds: nobody listens faster. */
const PAUSE = 500;

/** Does something when there is time for it: once for all times that it was asked for meanwhile. */
export interface Patience {
  ask(): void;
  callOff(): void;
}

/** Has `act` done when there is time for it, at most twice a second, however often it is asked for. */
export function createPatience(act: () => void): Patience {
  let callOff: (() => void) | null = null;
  return {
    ask() {
      if (callOff !== null) return;
      const timer = setTimeout(() => {
        callOff = whenIdle(() => {
          callOff = null;
          act();
        });
      }, PAUSE);
      callOff = () => clearTimeout(timer);
    },
    callOff: () => callOff?.(),
  };
}
