// Accessible names of what is drawn: said again only for boxes that changed, or whose countdown did.
import type { Entity, EntityId, WorldView } from '../../layout/stage/input';
import { lookCounts } from '../../layout/stage/bundle';
import { countdownSecond, isSameCast } from '../../layout/stage/countdown';
import type { BoxScene, StageScene } from '../../layout/stage/scene';
import type { StageWords } from './words';

interface Said {
  readonly entity: Entity;
  readonly second: number | null;
  readonly text: string;
}

/** Names by id of what a scene shows; in a hurry, a countdown alone is no reason to say a name again. */
type Labels = (scene: StageScene, view: WorldView, inHurry?: boolean) => ReadonlyMap<EntityId, string>;

/** Names for one scene after the other. What is down is asked each time: who picks it up may have changed. */
export function createLabels(words: StageWords): Labels {
  const said = new Map<EntityId, Said>();

  function labelOf(id: EntityId, view: WorldView, inHurry: boolean): string {
    const entity = view.get(id);
    if (entity === undefined) return '';
    const second = countdownSecond(entity, view.at);
    const before = said.get(id);
    const isSame = before?.entity === entity && (inHurry || before.second === second);
    if (isSame && (second !== null || !entity.tags.includes('down'))) return before.text;
    const text = words.label(entity, view);
    said.set(id, { entity, second, text });
    return text;
  }

  function bundleLabel({ bundle }: BoxScene, view: WorldView): string {
    if (bundle === null) return '';
    const members = bundle.members.flatMap(({ id }) => view.get(id) ?? []);
    return words.gatheredLabel(members, lookCounts(bundle), view);
  }

  let last: ReadonlyMap<EntityId, string> = new Map();
  let drawn: StageScene | null = null;
  let seen: WorldView | null = null;
  return (scene, view, inHurry = false) => {
    const stands = drawn?.boxes === scene.boxes && drawn.hosts === scene.hosts;
    const onlyTimePassed = stands && seen !== null && isSameCast(seen, view);
    drawn = scene;
    seen = view;
    if (inHurry && onlyTimePassed) return last;
    const next = new Map([
      ...scene.hosts.map(({ id }) => [id, labelOf(id, view, inHurry)] as const),
      ...scene.boxes.map(
        (box) => [box.id, box.bundle ? bundleLabel(box, view) : labelOf(box.id, view, inHurry)] as const,
      ),
    ]);
    const isSame = next.size === last.size && [...next].every(([id, text]) => last.get(id) === text);
    last = isSame ? last : next;
    return last;
  };
}
