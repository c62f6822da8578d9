// What can be shipped where, and repaired there by hand: commands with arguments, read off the world.
import type { Command, Entity, WorldView } from '../../sim';
import { floorsOf } from '../../words';
import { imagesOf } from './imageActs';
import { SHIPPING } from './lateNames';

/** A build is shipped to the program that it carries; everything else to all boxes of its kind. */
function shipped(entity: Entity, view: WorldView): Command[] {
  return view.ofKind('artifact').flatMap(({ id, context }) => {
    const [name = '', kind, argument = ''] = SHIPPING[String(context['form'])] ?? [];
    const { program, root } = entity.context;
    const takes = kind === 'process' ? `${context['files']}`.includes(`"${program}"`) : kind === 'vm' || root;
    return kind === entity.kind && takes ? [{ name, target: entity.id, args: { [argument]: id } }] : [];
  });
}

/** Files that programs on an OS may not use, and what would let them. */
function locked(kernel: Entity, view: WorldView): Command[] {
  return view
    .ofKind('process')
    .filter((process) => process.context['lookedUp'] && floorsOf(process, view).includes(kernel))
    .flatMap(({ context: { lookedUp, program } }) => {
      const { looked } = JSON.parse(String(lookedUp ?? '{"looked":[]}')) as {
        looked: { what: string; problem: string | null }[];
      };
      return looked
        .filter(({ problem }) => problem === 'permission')
        .map(({ what }) => ({
          name: 'grant-permission',
          target: kernel.id,
          args: { path: what, mode: what === program ? '755' : '644' },
        }));
    });
}

/** Hosts that a firewall could let in. */
function kept(host: Entity, view: WorldView): Command[] {
  if (typeof host.context['admits'] !== 'string') return [];
  return view
    .ofKind('host')
    .filter(({ id }) => id !== host.id)
    .map(({ id }) => ({ name: 'open-firewall', target: host.id, args: { from: id } }));
}

/** What can be shipped to a box or repaired on it; the model says which of that is possible now. */
export function shippingTo(entity: Entity, view: WorldView): Command[] {
  const repairs = entity.kind === 'kernel' ? locked(entity, view) : [];
  const images = entity.kind === 'runtime' ? imagesOf(entity, view) : [];
  const hosts = entity.kind === 'host' ? kept(entity, view) : [];
  return [...shipped(entity, view), ...repairs, ...images, ...hosts];
}
