// Acts of a VM or a process that name another box or a way to do it: one offer for each that there is.
import { NAMESPACES } from '../../sim/rooms/namespaces/names';
import type { Command, Entity, EntityId, WorldView } from '../../sim';
import { imageActs } from './imageActs';
import type { DISK_ACTS } from './lateNames';

type Args = NonNullable<Command['args']>;

const files = (vm: Entity, view: WorldView, use: string): EntityId[] =>
  view
    .ofKind('vdisk')
    .filter(({ context, state }) => context['use'] === use && context['of'] === vm.id && state !== 'deleted')
    .map(({ id }) => id);

const idsOf = (view: WorldView, kind: string) => view.ofKind(kind).map(({ id }) => id);

/** Every way to do something about a VM's disk, by the act's name; what makes no sense is refused by the model. */
const WAYS: Readonly<Record<(typeof DISK_ACTS)[number], (vm: Entity, view: WorldView) => readonly Args[]>> = {
  'take-snapshot': () => [{}, { memory: true }],
  'upgrade-guest': () => [{}],
  'roll-back': (vm, view) => files(vm, view, 'snapshot').map((to) => ({ to })),
  'delete-snapshot': (vm, view) => files(vm, view, 'snapshot').map((snapshot) => ({ snapshot })),
  'resume-vm': () => [{}],
  'clone-vm': () => [{ kind: 'full' }, { kind: 'linked' }],
  'back-up': (_vm, view) => idsOf(view, 'disk').map((to) => ({ to })),
  restore: (vm, view) =>
    files(vm, view, 'backup').flatMap((backup) => idsOf(view, 'disk').map((to) => ({ backup, to }))),
};

const MODES = ['pre-copy', 'auto-converge', 'post-copy'] as const;

/** Moving it to another hypervisor in every way, or no longer. */
function moves(vm: Entity, view: WorldView): readonly Command[] {
  if (typeof vm.context['peer'] === 'string') return [{ name: 'cancel-migration', target: vm.id }];
  const others = idsOf(view, 'hypervisor').filter((id) => id !== vm.standsOn);
  const live = others.flatMap((to) => MODES.map((mode): Args => ({ to, mode })));
  return [
    ...live.map((args) => ({ name: 'migrate-vm', target: vm.id, args })),
    ...others.map((to) => ({ name: 'move-vm', target: vm.id, args: { to } })),
  ];
}

/** Every namespace that a process could be given; what it has already is refused by the model. */
function isolating({ id }: Entity): readonly Command[] {
  return NAMESPACES.map((namespace) => ({ name: 'unshare', target: id, args: { namespace } }));
}

/** Acts with arguments that could be asked of a box, and of the disk that it needs. */
export function arguedActs(entity: Entity, view: WorldView): readonly Command[] {
  if (entity.kind === 'process') return isolating(entity);
  if (entity.kind !== 'vm') return imageActs(entity, view);
  const disk = view.get(entity.needs.find((id) => view.get(id)?.kind === 'vdisk') ?? '')?.standsOn;
  if (disk === undefined || disk === null) return moves(entity, view);
  const acts = Object.entries(WAYS).flatMap(([name, ways]) =>
    ways(entity, view).map((args): Command => ({ name, target: entity.id, args })),
  );
  return [...acts, { name: 'break-disk', target: disk }, ...moves(entity, view)];
}
