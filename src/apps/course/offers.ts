// What can be done now: for the selected box and what it stands on, or a suggestion when nothing is selected.
import {
  CORE,
  type Command,
  type Entity,
  type EntityId,
  type Refusal,
  type Scalar,
  type WorldView,
} from '../../sim';
import { format, messages } from '../../i18n';
import type { Choice, Offer, OfferGroup, Setting } from '../../view/shell/offer';
import {
  boxName,
  commandLabel,
  copyName,
  floorsOf,
  placeName,
  placePhrase,
  refusalSentence,
} from '../../words';
import type * as LateActs from './lateActs';
import { ARGUED, SHIPS } from './lateNames';
import { ACTS, sortOf, PICKERS, SETTINGS, SUGGESTED, SUGGESTED_STARTS, type SettingPlan } from './offerings';

/** Commands that are offered under one title. */
export type Group = OfferGroup<Command>;

/** What offers are made from: the world, what the lesson allows, and what the model would say. */
export interface Asked {
  readonly view: WorldView;
  /** By a command's name, or one command of that name. */
  readonly allows: (name: string, command?: Command) => boolean;
  readonly check: (command: Command) => Refusal | null;
  /** Acts with arguments; left out where there are none, and as long as they are not loaded. */
  readonly late?: typeof LateActs | undefined;
}

/** How many boxes of a host a suggestion skips: the second copy, the second VM, so that it has neighbours. */
const SUGGESTED_PLACE = 1;
/** So many boxes of a kind are all suggested. */
const FEW = 2;

/** The box itself, what it carries as its only content, and every floor below, from the top downwards. */
function tower(selected: Entity, view: WorldView): Entity[] {
  const above: Entity[] = [];
  let top: Entity | undefined = selected;
  while (top !== undefined && top.holds.length === 1 && top.kind !== 'host') {
    top = view.get(top.holds[0] ?? '');
    if (top !== undefined) above.unshift(top);
  }
  return [...above, ...floorsOf(selected, view)].flatMap((box) => [box, ...runtimesBeside(box, view)]);
}

/** Who starts a container and who stays with it stand beside it, so they are no floors of the tower. */
function runtimesBeside(box: Entity, view: WorldView): Entity[] {
  if (box.kind !== 'container' || box.standsOn === null) return [];
  const runtimes = view.ofKind('runtime').filter(({ standsOn }) => standsOn === box.standsOn);
  return [...view.ofKind('monitor').filter(({ context }) => context['of'] === box.id), ...runtimes];
}

function valueLabel(plan: SettingPlan, value: Scalar): string {
  const { values } = messages.desk;
  if (typeof value === 'boolean') return value ? values.yes : values.no;
  if (plan.argument === 'seconds')
    return value === 0 ? values.never : values.after(format.duration(Number(value) * 1_000_000));
  if (value === 0 && /bytes|quota|percent|cpuMicro/.test(plan.argument)) return values.none;
  if (plan.argument === 'bytes') return format.memory(Number(value));
  if (plan.argument === 'quotaMicros') return quotaOf(plan, value);
  if (plan.unit !== undefined) return format.number(Number(value) / plan.unit);
  return plan.argument === 'cpuMicro' ? format.number(Number(value) / CORE) : String(value);
}

const quotaOf = (plan: SettingPlan, value: Scalar) => format.duration(Number(argumentOf(plan, value)));

/** What a command is given to have a field at a value. */
function argumentOf({ unit = 1 }: SettingPlan, value: Scalar): Scalar {
  return typeof value === 'number' ? value / unit : value;
}

/** One setting of one or several boxes alike; where they differ the value is empty. */
function settingOf(boxes: readonly Entity[], plan: SettingPlan, label: string): Setting<Command> {
  const current = [...new Set(boxes.map(({ context }) => context[plan.field] ?? null))];
  const unusual = current.filter((value) => !plan.values.includes(value));
  const choices = [...unusual, ...plan.values].map((value) => ({
    value: String(value),
    label: valueLabel(plan, value),
    commands: boxes.map(({ id }) => ({
      name: plan.command,
      target: id,
      args: { [plan.argument]: argumentOf(plan, value) },
    })),
  }));
  const isMixed = current.length > 1;
  const mixed = { value: '', label: messages.desk.values.mixed, commands: [] };
  return {
    id: `${plan.command} ${boxes.map(({ id }) => id).join(' ')}`,
    label: messages.desk.settingOf(label, messages.desk.settings[plan.command] ?? plan.command),
    value: isMixed ? '' : String(current[0]),
    choices: isMixed ? [mixed, ...choices] : choices,
  };
}

/** The restart policy of all containers beside a runtime at once. */
function policyOfAll(runtime: Entity, { view, allows }: Asked): Setting<Command>[] {
  const containers = view.ofKind('container').filter(({ standsOn }) => standsOn === runtime.standsOn);
  const plan = SETTINGS['container']?.[0];
  if (plan === undefined || !allows(plan.command) || containers.length < 2) return [];
  const name = messages.desk.allContainers(containers.length, placePhrase(runtime, view));
  return [settingOf(containers, plan, name)];
}

function settingsOf(entity: Entity, asked: Asked): Setting<Command>[] {
  const { view, allows, check } = asked;
  const possible = (SETTINGS[entity.kind] ?? []).filter((plan) => {
    const { command, argument, field, values } = plan;
    // What it has now, or its first value: both are refused only where nothing may be set at all.
    const tried = [entity.context[field] ?? null, values[0] ?? null].map((value) => argumentOf(plan, value));
    // A tenth of a thread is not what anybody sets.
    if (plan.isWhole && tried.some((value) => value !== null && !Number.isInteger(value))) return false;
    // What can be set while a box is off stays in sight while it runs: whoever tries it is told.
    const isPossible = (value: Scalar) => {
      const refusal = check({ name: command, target: entity.id, args: { [argument]: value } });
      return refusal === null || refusal.code === 'already-up';
    };
    return allows(command) && tried.some(isPossible);
  });
  const name = entity.kind === 'kernel' ? placeName(entity, view) : boxName(entity, view);
  const own = possible.map((plan) => settingOf([entity], plan, name));
  return entity.kind === 'runtime' ? [...own, ...policyOfAll(entity, asked)] : own;
}

/** Whether anything that this lesson allows breaks or starts a box, and not only sets or places it. */
export function allowsActs(allows: Asked['allows']): boolean {
  const acts = [...SHIPS, ...ARGUED, ...Object.values(ACTS).flat()];
  return acts.some((name) => name !== 'remove-container' && allows(name));
}

/** Whether this lesson lets one do anything now: break, start, place or set it. */
export function allowsAnything(allows: Asked['allows']): boolean {
  const settings = Object.values(SETTINGS).flat();
  const others = ['place-container', 'remove-container'];
  return (
    allowsActs(allows) || [...settings.map(({ command }) => command), ...others].some((name) => allows(name))
  );
}

const offerOf = (command: Command, view: WorldView, waits: string | null = null): Offer<Command> => ({
  label: commandLabel(command, view),
  sort: sortOf(command.name),
  waits,
  commands: [command],
});

/** What keeps a command from being given that one would look for: what is under way, or what is lacking; by the refusal's code. */
const WAITS: Readonly<Record<string, string>> = {
  ...messages.desk.commands.waits,
  ...messages.desk.commands.lacks,
};

/** Commands as buttons: those that can be given, and those that stay in sight with what keeps them from it. */
function offersOf(commands: readonly Command[], { view, check }: Asked): Offer<Command>[] {
  return commands.flatMap((command) => {
    const refusal = check(command);
    if (refusal === null) return [offerOf(command, view)];
    const waits = WAITS[refusal.code];
    return waits === undefined ? [] : [offerOf(command, view, waits)];
  });
}

/** Whether anything that this lesson allows says who picks up what fell. */
export const allowsPickers = (allows: Asked['allows']): boolean => PICKERS.some((name) => allows(name));

/** Whether all that can be set here says who picks up what fell. */
export const areAllPickers = (groups: readonly Group[]): boolean =>
  groups
    .flatMap(({ settings }) => settings.flatMap(({ choices }) => choices))
    .every(({ commands }) => commands.every(({ name }) => PICKERS.some((picker) => picker === name)));

/** What `docker run` says where it can start nothing: somebody who looks for the button wants to know why. */
const isRunRefused = ({ data }: Refusal): boolean => data['exitCode'] !== undefined;

/** Whether it names a limit: somebody who looks at the button wants to know how much it lacks. */
const isAtLimit = (refusal: Refusal | null): refusal is Refusal =>
  refusal !== null && (refusal.code in messages.desk.commands.lacks || isRunRefused(refusal));

/** What a box cannot be asked for want of room or of a feature, as sentences. */
function limitsMet(commands: readonly Command[], { view, check }: Asked): string[] {
  return commands.flatMap((command) => {
    const refusal = check(command);
    return isAtLimit(refusal) ? [refusalSentence(refusal, command, view)] : [];
  });
}

/** What a box can be asked to do or to have done to it, as far as the lesson allows it. */
export function groupOf(entity: Entity, asked: Asked): Group {
  const { view, allows, check, late } = asked;
  // Where containers are placed, to take one away is a choice of its place.
  const isAct = (name: string) => name !== 'remove-container' || !allows('place-container');
  const plain = (ACTS[entity.kind] ?? []).filter(isAct).map((name): Command => ({ name, target: entity.id }));
  const all = [
    ...(late?.shippingTo(entity, view) ?? []),
    ...plain,
    ...(late?.arguedActs(entity, view) ?? []),
  ];
  const commands = all.filter((command) => allows(command.name, command));
  const offers = offersOf(commands, asked);
  const first = plain.find((command) => allows(command.name, command));
  const refusal = first === undefined || offers.length > 0 ? null : check(first);
  // That it is up is seen; it says nothing of an act that is not shown.
  const isTold = refusal !== null && refusal.code !== 'already-up';
  const reason = first === undefined || !isTold ? [] : [refusalSentence(refusal, first, view)];
  return {
    id: entity.id,
    offers,
    settings: settingsOf(entity, asked),
    reasons: [...new Set([...reason, ...limitsMet(commands, asked)])],
  };
}

/** The same groups with all acts in one, in the order in which the tasks name their commands. */
export function asWanted(groups: readonly Group[], wanted: readonly string[]): readonly Group[] {
  const names = wanted.map((entry) => entry.split(':')[0]);
  const rank = ({ commands }: Offer<Command>) => {
    const place = names.indexOf(commands[0]?.name);
    return place < 0 ? names.length : place;
  };
  const offers = groups.flatMap((group) => group.offers).toSorted((one, other) => rank(one) - rank(other));
  const others = groups.map((group) => ({ ...group, offers: [] }));
  return [{ id: 'wanted', offers, settings: [], reasons: [] }, ...others];
}

/** Where a container can be placed: kernels that carry a runtime. */
function placesIn(view: WorldView): Entity[] {
  return view.ofKind('kernel').filter(({ holds }) => holds.some((id) => view.get(id)?.kind === 'runtime'));
}

/** Where a container stands, as a setting: taking it away and placing it are one choice. */
function placement(container: Entity, view: WorldView): Setting<Command> {
  const away: Command[] =
    container.standsOn === null ? [] : [{ name: 'remove-container', target: container.id }];
  const place = (kernel: EntityId): Command => ({
    name: 'place-container',
    target: container.id,
    args: { kernel },
  });
  const nowhere: Choice<Command> = {
    value: '',
    label: messages.desk.commands.nowhere,
    commands: away,
  };
  const kernels = placesIn(view).map((kernel) => ({
    value: kernel.id,
    label: placeName(kernel, view),
    commands: [...away, place(kernel.id)],
  }));
  return {
    id: `place-container ${container.id}`,
    label: `${copyName(container, view)} ${messages.desk.settings['place-container'] ?? ''}`,
    value: container.standsOn ?? '',
    choices: [nowhere, ...kernels],
  };
}

/**
 * The places of all containers, where the learner may choose them and there is a choice; null elsewhere.
 */
export function placementGroup({ view, allows }: Asked): Group | null {
  const containers = view.ofKind('container');
  if (!allows('place-container') || containers.length === 0 || placesIn(view).length < 2) return null;
  const settings = containers.map((container) => placement(container, view));
  return { id: 'placement', offers: [], settings, reasons: [] };
}

/** Acts and settings of the selected box and of everything below it. */
export function offersFor(selected: EntityId, asked: Asked): Group[] {
  const { view } = asked;
  const entity = view.get(selected);
  if (entity === undefined) return [];
  // What can be done with a file is done with the VM whose disk it is.
  const user = view.get(String(entity.context['of'] ?? ''));
  const boxes = [...(user === undefined ? [] : [user]), ...tower(entity, view)];
  return boxes.map((each) => groupOf(each, asked));
}

/** What two boxes offer in the same words is offered by the first. */
function offeredOnce(groups: readonly Group[]): Group[] {
  const said = new Set<string>();
  const isNew = ({ label }: Offer<Command>) => {
    const size = said.size;
    return said.add(label).size > size;
  };
  return groups.map((group) => ({ ...group, offers: group.offers.filter(isNew) }));
}

/** Starting and stopping a program whose files are known: what came of a shipment or a repair shows at its start. */
function startsOf({ id, context }: Entity): Command[] {
  return context['program'] ? ['start-process', 'stop-process'].map((name) => ({ name, target: id })) : [];
}

/**
 * While nothing is selected, for each host: the next VM that can be started, or the first that has no room any more;
 * then a target of each suggested command, or both where there are only two; no settings.
 */
export function suggestions(asked: Asked): Group[] {
  const { view, allows, check, late } = asked;
  const onHost = (host: Entity, entity: Entity) => floorsOf(entity, view).at(-1)?.id === host.id;
  const commandsOn = (host: Entity, [name, kind]: readonly [string, string]): Command[] =>
    allows(name)
      ? view
          .ofKind(kind)
          .filter((entity) => onHost(host, entity))
          .map(({ id }): Command => ({ name, target: id }))
          .filter((command) => allows(name, command))
      : [];
  const isPossible = (command: Command) => allows(command.name, command) && check(command) === null;
  const onHosts = view.ofKind('host').map((host) => {
    const acts = SUGGESTED.flatMap((each) => {
      const all = commandsOn(host, each);
      const targets = all.length > FEW ? all.slice(SUGGESTED_PLACE, SUGGESTED_PLACE + 1) : all;
      return targets.filter(isPossible);
    });
    const shippable = [...SHIPS, 'start-process', 'stop-process'].some((name) => allows(name))
      ? view.entities
      : [];
    const shipped = shippable
      .filter((entity) => onHost(host, entity))
      .flatMap((entity) => [...(late?.shippingTo(entity, view) ?? []), ...startsOf(entity)])
      .filter((command) => allows(command.name, command));
    const starts = SUGGESTED_STARTS.flatMap((each) => {
      const all = commandsOn(host, each);
      return all.find(isPossible) ?? all.find((command) => isAtLimit(check(command))) ?? [];
    });
    const offers = offersOf([...shipped, ...starts, ...acts], asked);
    return { id: host.id, offers, settings: [], reasons: limitsMet([...shipped, ...starts], asked) };
  });
  const elsewhere = (late?.actsElsewhere(view) ?? []).filter((command) => allows(command.name, command));
  const offers = offersOf(elsewhere, asked);
  const last: Group = { id: 'elsewhere', offers, settings: [], reasons: limitsMet(elsewhere, asked) };
  return offeredOnce(offers.length === 0 ? onHosts : [...onHosts, last]);
}
