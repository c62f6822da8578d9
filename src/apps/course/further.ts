// While nothing is selected, beside what is suggested: what the lesson asks for where that is not much, and otherwise
// which boxes it can be done with.
import { messages } from '../../i18n';
import type { Entity } from '../../sim';
import { boxNoun, copyName } from '../../words';
import { SUGGESTED, SUGGESTED_STARTS } from './offerings';
import { groupOf, type Asked, type Group } from './offers';

/** So many acts, settings and boxes are named one by one; more of them are left to be found on the stage. */
const MOST = { offers: 8, settings: 3, boxes: 4 };

/** What is suggested already, one of a kind after the other. */
const isSuggested = (name: string, kind: string) =>
  [...SUGGESTED, ...SUGGESTED_STARTS].some((each) => each[0] === name && each[1] === kind);

/** What else can be done, box by box, without what is suggested. */
function groupsBeside(asked: Asked, suggested: readonly Group[]): { entity: Entity; group: Group }[] {
  const labels = new Set(suggested.flatMap(({ offers }) => offers.map(({ label }) => label)));
  return asked.view.entities.flatMap((entity) => {
    const { offers, ...group } = groupOf(entity, asked);
    const others = offers.filter(
      ({ label, commands }) =>
        !labels.has(label) && commands.every(({ name }) => !isSuggested(name, entity.kind)),
    );
    // An image is offered by itself and by its runtime: once is enough.
    for (const { label } of others) labels.add(label);
    const isEmpty = others.length + group.settings.length === 0;
    // A button that has to wait stands beside the reason.
    const reasons = others.some(({ waits }) => waits !== null) ? group.reasons : [];
    return isEmpty ? [] : [{ entity, group: { ...group, offers: others, reasons } }];
  });
}

const counted = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0);

/** What is shown beside the suggestions: acts and settings where they are few, and what to select for the rest. */
export function furtherOffers(
  asked: Asked,
  suggested: readonly Group[],
): { readonly groups: readonly Group[]; readonly hint: string } {
  const found = groupsBeside(asked, suggested);
  const groups = found.map(({ group }) => group);
  const showsOffers = counted(groups.map(({ offers }) => offers)) <= MOST.offers;
  const showsSettings = counted(groups.map(({ settings }) => settings)) <= MOST.settings;
  const shown = groups.map((group) => ({
    ...group,
    offers: showsOffers ? group.offers : [],
    settings: showsSettings ? group.settings : [],
    reasons: showsOffers ? group.reasons : [],
  }));
  const left = found.filter(
    ({ group }) => (!showsOffers && group.offers.length > 0) || (!showsSettings && group.settings.length > 0),
  );
  return {
    groups: shown,
    hint: hintFor(
      left.map(({ entity }) => entity),
      asked,
    ),
  };
}

/** Which boxes to select; what a selected box stands on is offered with it, so the uppermost are named. */
function hintFor(boxes: readonly Entity[], { view }: Asked): string {
  const upper = boxes.filter(({ holds }) => !boxes.some(({ id }) => holds.includes(id)));
  if (upper.length === 0 || upper.length > MOST.boxes) return '';
  return messages.desk.commands.selectOne(
    upper.map((box) => (box.kind === 'container' ? copyName(box, view) : boxNoun(box.id, view).the)),
  );
}
