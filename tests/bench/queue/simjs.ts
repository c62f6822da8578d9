// One queue, one server in SimJS (2.0.3), the library this field uses in browsers. It ships one script that
// hangs itself on `window`, so it is evaluated with one of its own.
import { runInThisContext } from 'node:vm';
import source from 'simjs/sim.js?raw';
import type { Samples } from './samples';

interface SimRequest {
  done(then: () => void): SimRequest;
}

/** The part of SimJS that is used here. */
interface SimJs {
  Sim: new () => {
    addEntity(entity: unknown): void;
    simulate(until: number): void;
  };
  Facility: new (name: string) => unknown;
  Entity: new () => {
    time(): number;
    setTimer(delay: number): SimRequest;
    useFacility(facility: unknown, duration: number): SimRequest;
  };
}

function load(): SimJs {
  const window: { Sim?: SimJs } = {};
  const script = runInThisContext(`(window) => {${source}\n}`) as (window: object) => void;
  script(window);
  if (window.Sim === undefined) throw new Error('SimJS did not hang itself on window.');
  return window.Sim;
}

const { Sim, Facility, Entity } = load();

/** Mean wait of all customers in microseconds. */
export function meanWaitInSimJs({ gaps, services }: Samples): number {
  const customers = gaps.length;
  const sim = new Sim();
  const server = new Facility('server');
  let waited = 0;
  class Source extends Entity {
    #next = 0;

    start(): void {
      this.setTimer(gaps[0]!).done(() => this.#arrive());
    }

    #arrive(): void {
      const customer = this.#next++;
      const arrivedAt = this.time();
      this.useFacility(server, services[customer]!).done(() => {
        waited += this.time() - arrivedAt - services[customer]!;
      });
      if (this.#next < customers) this.setTimer(gaps[this.#next]!).done(() => this.#arrive());
    }
  }
  sim.addEntity(Source);
  sim.simulate(Number.MAX_SAFE_INTEGER);
  return waited / customers;
}
