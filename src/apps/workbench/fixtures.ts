// The list of fixtures by address: `stage/running`, `tools/kernel-panicked`, `chart/process`, `lesson/one-kernel-falls/recall`.
import { lessons } from 'virtual:lessons';
import { charts } from '../../sim/charts';
import { placesOf, type LessonPlace } from './places';
import { worlds, type WorldFixture } from './worlds';

/** What is shown at an address. */
export type Fixture =
  /** The stage alone. */
  | { readonly type: 'stage'; readonly world: WorldFixture }
  /** The stage with timeline and tools. */
  | { readonly type: 'tools'; readonly world: WorldFixture }
  | { readonly type: 'chart'; readonly kind: string }
  | { readonly type: 'lesson'; readonly place: LessonPlace };

/** Worlds whose history is worth a timeline. */
const TOLD = ['two-hosts', 'two-hosts-killed', 'two-hosts-rebooting'] as const;

/** Every fixture by its address. Rejects when a lesson cannot be loaded. */
export async function fixtures(): Promise<ReadonlyMap<string, Fixture>> {
  const places = (await Promise.all(lessons.map(placesOf))).flat();
  return new Map<string, Fixture>([
    ...Object.entries(worlds).map(([name, world]): [string, Fixture] => [
      `stage/${name}`,
      { type: 'stage', world },
    ]),
    ...TOLD.map((name): [string, Fixture] => [`tools/${name}`, { type: 'tools', world: worlds[name] }]),
    ...Object.keys(charts).map((kind): [string, Fixture] => [`chart/${kind}`, { type: 'chart', kind }]),
    ...places.map((place): [string, Fixture] => [`lesson/${place.name}`, { type: 'lesson', place }]),
  ]);
}
