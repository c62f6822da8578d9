// What can be done now: for the selected box and what it stands on, or a suggestion when nothing is selected.
import type { Command, Entity, EntityId, Refusal, Scalar, WorldView } from '../../sim';
import { format, messages } from '../../i18n';
import type { Choice, OfferGroup, Setting } from '../../view/shell/offer';
import { boxName, commandLabel, copyName, floorsOf, placeName, refusalSentence } from '../../words';
import { ACTS, SETTINGS, SUGGESTED, type SettingPlan } from './offerings';

type Group = OfferGroup<Command>;

/** What offers are made from: the world, what the lesson allows, and what the model would say. */
export interface Asked {
  readonly view: WorldView;
  readonly allows: (command: string) => boolean;
  readonly check: (command: Command) => Refusal | null;
}

/** How many boxes of a host a suggestion skips: the second copy, the second VM, so that it has neighbours. */
const SUGGESTED_PLACE = 1;

/** The box itself, what it carries as its only content, and every floor below, from the top downwards. */
function tower(selected: Entity, view: WorldView): Entity[] {
  const above: Entity[] = [];
  let top: Entity | undefined = selected;
  while (top !== undefined && top.holds.length === 1 && top.kind !== 'host') {
    top = view.get(top.holds[0] ?? '');
    if (top !== undefined) above.unshift(top);
  }
  return [...above, ...floorsOf(selected, view)];
}

function valueLabel(plan: SettingPlan, value: Scalar): string {
  const { values } = messages.shell;
  if (typeof value === 'boolean') return value ? values.yes : values.no;
  if (plan.argument === 'seconds')
    return value === 0 ? values.never : values.after(format.duration(Number(value) * 1_000_000));
  return plan.argument === 'cpuMicro' ? format.cpu(Number(value)) : String(value);
}

function settingOf(entity: Entity, plan: SettingPlan, view: WorldView): Setting<Command> {
  const current = entity.context[plan.field] ?? null;
  const values = plan.values.includes(current) ? plan.values : [current, ...plan.values];
  const name = plan.command === 'set-reboot-on-panic' ? placeName(entity, view) : boxName(entity, view);
  return {
    id: `${plan.command} ${entity.id}`,
    label: `${name}: ${messages.shell.settings[plan.command] ?? plan.command}`,
    value: String(current),
    choices: values.map((value) => ({
      value: String(value),
      label: valueLabel(plan, value),
      commands: [{ name: plan.command, target: entity.id, args: { [plan.argument]: value } }],
    })),
  };
}

function settingsOf(entity: Entity, { view, allows, check }: Asked): Setting<Command>[] {
  return (SETTINGS[entity.kind] ?? [])
    .filter(({ command, argument, values }) => {
      const args = { [argument]: values[0] ?? null };
      return allows(command) && check({ name: command, target: entity.id, args }) === null;
    })
    .map((plan) => settingOf(entity, plan, view));
}

function groupOf(entity: Entity, asked: Asked): Group {
  const { view, allows, check } = asked;
  const commands = (ACTS[entity.kind] ?? []).filter(allows).map((name) => ({ name, target: entity.id }));
  const possible = commands.filter((command) => check(command) === null);
  const first = commands[0];
  const refusal = first === undefined || possible.length > 0 ? null : check(first);
  return {
    id: entity.id,
    offers: possible.map((command) => ({ label: commandLabel(command, view), commands: [command] })),
    settings: settingsOf(entity, asked),
    reasons: first === undefined || refusal === null ? [] : [refusalSentence(refusal, first, view)],
  };
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
    label: messages.shell.commands.nowhere,
    commands: away,
  };
  const kernels = placesIn(view).map((kernel) => ({
    value: kernel.id,
    label: placeName(kernel, view),
    commands: [...away, place(kernel.id)],
  }));
  return {
    id: `place-container ${container.id}`,
    label: `${copyName(container, view)} ${messages.shell.settings['place-container'] ?? ''}`,
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
  const entity = asked.view.get(selected);
  return entity === undefined ? [] : tower(entity, asked.view).map((each) => groupOf(each, asked));
}

/** One target of each suggested command on each host, while nothing is selected; no settings. */
export function suggestions(asked: Asked): Group[] {
  const { view, allows, check } = asked;
  const onHost = (host: Entity, entity: Entity) => floorsOf(entity, view).at(-1)?.id === host.id;
  const kindOf = (command: string) => Object.keys(ACTS).find((kind) => ACTS[kind]?.includes(command)) ?? '';
  return view.ofKind('host').map((host) => {
    const commands = SUGGESTED.filter(allows).flatMap((name) => {
      const all = view.ofKind(kindOf(name)).filter((entity) => onHost(host, entity));
      const target = all[SUGGESTED_PLACE] ?? all[0];
      return target === undefined ? [] : { name, target: target.id };
    });
    const possible = commands.filter((command) => check(command) === null);
    const offers = possible.map((command) => ({ label: commandLabel(command, view), commands: [command] }));
    return { id: host.id, offers, settings: [], reasons: [] };
  });
}
