// Commands as phrases: on a button, and once they were given.
import type { Command } from '../sim/engine/command';
import type { EntityId, FactData } from '../sim/engine/fact';
import type { Entity, WorldView } from '../sim/engine/view';
import { sentences } from '../i18n/sentences';
import type { Asked } from '../i18n/en/commands';
import { boxNoun, copyName, hostName, placeName } from './name';

/** Arguments that name another box by its own name. */
const OTHERS = ['snapshot', 'backup', 'to', 'build', 'package', 'image', 'from'] as const;

/** The kernel that an argument names, as the machine it is the kernel of; another box by its own name. */
function otherPlace(args: FactData, view: WorldView): string {
  const named = OTHERS.map((key) => args[key]).find((value) => typeof value === 'string');
  if (typeof named === 'string') {
    const box = view.get(named);
    // A VM goes to another host; what runs there is no news.
    return box?.kind === 'hypervisor' ? placeName(box, view) : boxNoun(named, view).the;
  }
  const kernel = typeof args['kernel'] === 'string' ? view.get(args['kernel']) : undefined;
  return kernel === undefined ? '' : placeName(kernel, view);
}

/** What the phrases of a command are made from. */
export function askedOf(target: EntityId, args: FactData, view: WorldView): Asked {
  const entity: Entity | undefined = view.get(target);
  return {
    box: boxNoun(target, view).the,
    place: entity === undefined ? target : placeName(entity, view),
    host: entity === undefined ? target : hostName(entity, view),
    inside: entity === undefined ? target : copyName(entity, view),
    other: otherPlace(args, view),
    to: typeof args['to'] === 'string' ? boxNoun(args['to'], view).the : '',
    volume: typeof args['volume'] === 'string' ? boxNoun(args['volume'], view).the : '',
    args,
  };
}

/** A command once it was given: "You sent a kernel panic to VM 2." */
export function givenSentence(command: Command, view: WorldView): string {
  const args = command.args ?? {};
  return sentences.commands[command.name]?.you(askedOf(command.target, args, view)) ?? command.name;
}

/** What the button of a command says: "Send a kernel panic to VM 2". */
export function commandLabel(command: Command, view: WorldView): string {
  const phrase = sentences.commands[command.name];
  const args = command.args ?? {};
  return phrase?.label(askedOf(command.target, args, view)) ?? command.name;
}
