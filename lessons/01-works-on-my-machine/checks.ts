// What lesson 1 looks for in a run. Everything is read from the world and its facts.
import type { CheckResult, Figure, LessonChecks, Played } from '../../src/lesson/format';
import { is, lacks, passed } from '../../src/lesson/reading';
import type { Fact } from '../../src/sim';

const [SEARCH, BUY, CART, BOX] = [
  'process/search-a',
  'process/buy-b',
  'process/cart-a',
  'process/box-a-search',
] as const;
const APPLIANCE = 'process/appliance-search';
const MEGABYTE = 1_000_000;

const of = (facts: readonly Fact[], name: string, about: string) =>
  facts.filter((fact) => fact.name === name && fact.about === about);
const last = (facts: readonly Fact[], name: string, about: string) => of(facts, name, about).at(-1);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The code with which a program ended last, or null. */
function exitCode(facts: readonly Fact[], about: string): Figure {
  const code = last(facts, 'process.exited', about)?.data?.['exitCode'];
  return typeof code === 'number' ? code : null;
}

/** The look-up that first stopped a program whose file is there, or null. */
function problemOf(played: Played, about: string): Fact | null {
  const came = arrivals(played, about)[0];
  const later = of(played.facts, 'process.looked-up', about).filter(({ seq }) => came && seq > came.seq);
  return later.find(({ data }) => data?.['problem'] !== null) ?? null;
}

const serves = ({ world }: Played, id: string) => is(world, id, 'serving');
const runs = ({ world }: Played, id: string) => is(world, id, 'up');
const said = (played: Played, about: string): string | null =>
  text(last(played.facts, 'process.not-loaded', about)?.data?.['error']);

/** What it said when it first could not be loaded. */
const firstWords = ({ facts }: Played, about: string): string | null =>
  text(of(facts, 'process.not-loaded', about)[0]?.data?.['error']);

/** The version of a library that a program found when it was started last. */
function foundBy({ facts }: Played, about: string): Figure {
  const shop = of(facts, 'process.looked-up', about).filter(({ data }) => data?.['what'] === 'libshop.so');
  return text(shop.at(-1)?.data?.['found']);
}

/** Shipments that came to one of these boxes. */
function arrivals({ facts }: Played, ...boxes: readonly string[]): readonly Fact[] {
  return facts.filter(
    ({ name, data }) => name === 'artifact.arrived' && boxes.includes(String(data?.['to'])),
  );
}

/** Bytes that came to these boxes, in megabytes; null before. */
function moved(played: Played, ...boxes: readonly string[]): Figure {
  const bytes = arrivals(played, ...boxes).reduce((sum, { data }) => sum + Number(data?.['bytes']), 0);
  return bytes === 0 ? null : `${bytes / MEGABYTE} MB`;
}

/** How long sending took, and from there, or from its last start by hand, until the program first served. */
function answer(played: Played, program: string, ...boxes: readonly string[]): Figure {
  const { facts } = played;
  const up = of(facts, 'process.up', program)[0];
  const came = arrivals(played, ...boxes);
  const begun = [
    ...came,
    ...of(facts, 'command.start-process', program),
    ...of(facts, 'fault.start-process', program),
  ]
    .filter(({ seq }) => up !== undefined && seq < up.seq)
    .reduce((latest, { at }) => Math.max(latest, at), 0);
  if (up === undefined || came.length === 0) return null;
  const sent = came.reduce((sum, { because }) => sum + timeOf(facts, because), 0);
  return { micros: sent + up.at - begun };
}

const MICROS_PER_MS = 1_000;
/** How long the shipment of a fact was on its way. */
const timeOf = (facts: readonly Fact[], seq: number | null) =>
  Number(facts[seq ?? 0]?.data?.['sendMs'] ?? 0) * MICROS_PER_MS;

const refusal = ({ facts }: Played): Figure =>
  text(facts.find(({ name }) => name === 'artifact.refused')?.data?.['error']);
const replaced = ({ facts }: Played) => facts.find(({ name }) => name === 'filesystem.replaced');

/** The last start of cart, if that came after the library was replaced. */
function restartedCart({ facts }: Played): Fact | null {
  const start = last(facts, 'process.starting', CART);
  const change = facts.find(({ name }) => name === 'filesystem.replaced');
  return start && change && start.seq > change.seq ? start : null;
}

function buyRuns(played: Played): CheckResult {
  if (runs(played, BUY)) return passed;
  const problem = said(played, BUY);
  return lacks(problem === null ? 'buy was not started on server-b yet.' : `buy says: ${problem}`);
}

/** Why buy does not reach its database: whom the firewall before that lets in does not run buy. */
function notReached({ world }: Played): string {
  const admitted = String(world.get('host/db')?.context['admits'] ?? '').split(' ');
  const others = admitted.filter((id) => id !== 'host/laptop').map((id) => world.get(id)?.name ?? id);
  return others.length === 0
    ? 'buy does not reach its database.'
    : `The firewall lets ${others.join(' and ')} through, and buy does not run there.`;
}

function searchServes(played: Played): CheckResult {
  if (serves(played, SEARCH)) return passed;
  const problem = said(played, SEARCH);
  if (problem === null) return lacks('search was not started on server-a yet.');
  return lacks(replaced(played) ? 'The library is there: start search again.' : `search says: ${problem}`);
}

const tried = (played: Played) => ({
  a: of(played.facts, 'process.starting', BOX).length > 0,
  b: refusal(played) !== null || of(played.facts, 'process.starting', 'process/box-b-search').length > 0,
});

function imageTried(played: Played): CheckResult {
  const { a, b } = tried(played);
  if (a && b) return passed;
  return lacks(a ? 'Not yet on server-b.' : b ? 'Not yet on server-a.' : 'Not yet on either server.');
}

function bothServe(played: Played): CheckResult {
  const box = last(played.facts, 'process.up', BOX);
  if (!serves(played, BOX) || box === undefined) return lacks('search does not serve on server-a yet.');
  const cart = last(played.facts, 'process.starting', CART);
  if (cart === undefined || cart.seq < of(played.facts, 'process.up', BOX)[0]!.seq)
    return lacks('cart was not started again beside it yet.');
  return serves(played, CART) ? passed : lacks('cart does not serve.');
}

/** Where the image serves, once it was tried on both servers. */
const servesOn = (played: Played, a: boolean, b: boolean) =>
  tried(played).a &&
  tried(played).b &&
  serves(played, BOX) === a &&
  serves(played, 'process/box-b-search') === b;

/** What came of the image for arm64, as long as no other image came after it; null before. */
function armCame({ facts }: Played): 'refused' | 'ended' | 'runs' | null {
  const ofArm = facts.filter(({ about }) => about === 'artifact/search-image-arm64');
  if (ofArm.some(({ name }) => name === 'artifact.refused')) return 'refused';
  const came = ofArm.find(({ name }) => name === 'artifact.arrived');
  const next = facts.find(
    ({ seq, name, about }) =>
      seq > (came?.seq ?? Infinity) && about === BOX && /^process\.(up|not-loaded)$/.test(name),
  );
  return next ? (next.name === 'process.up' ? 'runs' : 'ended') : null;
}

/** All three that run have run for a while: the VM is the last. */
const shipped = (played: Played) => [SEARCH, BOX, APPLIANCE].every((id) => runs(played, id));

/** Checks, figures and predictions. */
export const checks: LessonChecks = {
  checks: {
    'search-tried': {
      sentence: 'search was started on server-a.',
      test: (played) => {
        if (arrivals(played, SEARCH).length === 0) return lacks('Its file is not on server-a yet.');
        const started = said(played, SEARCH) !== null || runs(played, SEARCH);
        return started ? passed : lacks('It is there, and was not started yet.');
      },
    },
    'buy-runs': { sentence: 'buy runs on server-b.', test: buyRuns },
    'buy-serves': {
      sentence: 'buy on server-b serves.',
      test: (played) => {
        if (serves(played, BUY)) return passed;
        return runs(played, BUY) ? lacks(notReached(played)) : buyRuns(played);
      },
    },
    'search-serves': { sentence: 'search serves on server-a.', test: searchServes },
    'cart-restarted': {
      sentence: 'cart was started again beside the new library.',
      test: (played) => {
        if (!replaced(played)) return lacks('The library has not been replaced yet.');
        return restartedCart(played) ? passed : lacks('cart was not started again since.');
      },
    },
    'image-tried': { sentence: 'The image was run on both servers.', test: imageTried },
    'both-serve': { sentence: 'cart was started again beside search, and both serve.', test: bothServe },
    'appliance-serves': {
      sentence: 'search serves in the VM on server-b.',
      test: (played) => {
        if (serves(played, APPLIANCE)) return passed;
        const here = arrivals(played, 'vm/appliance').length > 0;
        return lacks(here ? 'It is there, and not up yet.' : 'The machine has not arrived yet.');
      },
    },
    'arm-tried': {
      sentence: 'The image for arm64 was run on server-a.',
      test: (played) => {
        if (armCame(played)) return passed;
        const taken = is(played.world, 'container/box-a', 'up');
        return lacks(
          taken ? 'The other image runs in its place: stop its container.' : 'It was not run yet.',
        );
      },
    },
    'cpu-serves': {
      sentence: 'search serves on server-a.',
      test: (played) => {
        if (serves(played, BOX)) return passed;
        const problem = said(played, BOX);
        return lacks(problem === null ? 'It was not run yet.' : `search says: ${problem}`);
      },
    },
  },
  figures: {
    'search-lacks': (played) => text(problemOf(played, SEARCH)?.data?.['what']),
    'search-found': (played) => text(problemOf(played, SEARCH)?.data?.['found']),
    'search-tried': (played) => {
      const places = problemOf(played, SEARCH)?.data?.['tried'];
      return Array.isArray(places) ? places.join(', then ') : null;
    },
    'cart-found': (played) => (restartedCart(played) ? foundBy(played, CART) : null),
    'cart-code': ({ facts }) => exitCode(facts, CART),
    moved: (played) => (serves(played, SEARCH) ? moved(played, SEARCH, 'kernel/server-a') : null),
    answer: (played) => answer(played, SEARCH, SEARCH, 'kernel/server-a'),
    'box-found': (played) => foundBy(played, BOX),
    'image-moved': (played) => moved(played, 'container/box-a'),
    'image-answer': (played) => answer(played, BOX, 'container/box-a'),
    'appliance-moved': (played) => moved(played, 'vm/appliance'),
    'appliance-answer': (played) => answer(played, APPLIANCE, 'vm/appliance'),
    'arm-moved': ({ facts }) => {
      const came = facts.find(
        ({ name, about }) => name === 'artifact.arrived' && about === 'artifact/search-image-arm64',
      );
      return came ? `${Number(came.data?.['bytes']) / MEGABYTE} MB` : null;
    },
    'arm-said': (played) => (armCame(played) === 'ended' ? firstWords(played, BOX) : null),
    'arm-code': ({ facts }) => exitCode(facts, BOX),
    'refused-words': refusal,
    'buy-moved': (played) => (runs(played, BUY) ? moved(played, BUY) : null),
    'buy-answer': (played) => answer(played, BUY, BUY),
    'build-moved': (played) => moved(played, SEARCH),
    'hand-moved': (played) => moved(played, SEARCH, 'kernel/server-a'),
    'vm-moved': (played) => moved(played, 'vm/appliance'),
    'vm-answer': (played) => answer(played, APPLIANCE, 'vm/appliance'),
    'container-moved': (played) => moved(played, 'container/box-a'),
  },
  predictions: {
    'same-file': {
      runs: (played) => runs(played, SEARCH),
      refused: (played) => ['os', 'cpu'].includes(String(problemOf(played, SEARCH)?.data?.['problem'])),
      looks: (played) =>
        ['version', 'missing'].includes(String(problemOf(played, SEARCH)?.data?.['problem'])),
    },
    neighbour: {
      own: (played) => restartedCart(played) !== null && runs(played, CART) && foundBy(played, CART) === null,
      'next-start': (played) => restartedCart(played) !== null && said(played, CART) !== null,
      each: (played) =>
        restartedCart(played) !== null &&
        runs(played, CART) &&
        foundBy(played, CART) !== foundBy(played, SEARCH),
    },
    where: {
      both: (played) => servesOn(played, true, true),
      one: (played) => servesOn(played, true, false),
      neither: (played) => servesOn(played, false, false),
    },
    cpu: {
      runs: (played) => armCame(played) === 'runs',
      refused: (played) => armCame(played) === 'refused',
      ends: (played) => armCame(played) === 'ended',
    },
    database: {
      container: (played) => shipped(played) && serves(played, BOX) && !serves(played, SEARCH),
      vm: (played) => shipped(played) && serves(played, APPLIANCE) && !serves(played, BOX),
      none: (played) => shipped(played) && ![SEARCH, BOX, APPLIANCE].some((id) => serves(played, id)),
    },
  },
};
