// Acts of a VM that name another box or a way to do it: one offer for each that there is.
import type { Command, Entity, EntityId, WorldView } from '../../sim';

type Args = NonNullable<Command['args']>;

const files = (vm: Entity, view: WorldView, use: string): EntityId[] =>
  view
    .ofKind('vdisk')
    .filter(({ context, state }) => context['use'] === use && context['of'] === vm.id && state !== 'deleted')
    .map(({ id }) => id);

const idsOf = (view: WorldView, kind: string) => view.ofKind(kind).map(({ id }) => id);

/** Every way to give an act to a VM, by the act's name; those that make no sense are refused by the model. */
const WAYS: Readonly<Record<string, (vm: Entity, view: WorldView) => readonly Args[]>> = {
  'take-snapshot': () => [{}, { memory: true }],
  'roll-back': (vm, view) => files(vm, view, 'snapshot').map((to) => ({ to })),
  'delete-snapshot': (vm, view) => files(vm, view, 'snapshot').map((snapshot) => ({ snapshot })),
  'clone-vm': () => [{ kind: 'full' }, { kind: 'linked' }],
  'back-up': (_vm, view) => idsOf(view, 'disk').map((to) => ({ to })),
  restore: (vm, view) =>
    files(vm, view, 'backup').flatMap((backup) => idsOf(view, 'disk').map((to) => ({ backup, to }))),
  'migrate-vm': (_vm, view) =>
    idsOf(view, 'hypervisor').flatMap((to) => [
      { to },
      { to, mode: 'auto-converge' },
      { to, mode: 'post-copy' },
    ]),
};

/** Acts with arguments that could be asked of a box, and of the disk that it needs. */
export function arguedActs(entity: Entity, view: WorldView): readonly Command[] {
  if (entity.kind !== 'vm') return [];
  const acts = Object.entries(WAYS).flatMap(([name, ways]) =>
    ways(entity, view).map((args): Command => ({ name, target: entity.id, args })),
  );
  const plain = ['upgrade-guest', 'resume-vm', 'cancel-migration'].map((name) => ({
    name,
    target: entity.id,
  }));
  const disks = entity.needs.map((id) => view.get(id)?.standsOn ?? null).filter((id) => id !== null);
  return [...acts, ...plain, ...disks.map((target) => ({ name: 'break-disk', target }))];
}
