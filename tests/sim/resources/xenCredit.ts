// Xen's credit accounting as its own code does it, slice by slice: csched_acct of xen/common/sched/credit.c, for
// domains whose virtual CPUs are all busy. To compare with the solver, which knows nothing of credits.

/** A domain with `vcpus` busy virtual CPUs. */
export interface Domain {
  readonly weight: number;
  readonly vcpus: number;
  /** Percent of one core, 0 without a cap. */
  readonly cap: number;
}

const CREDITS_PER_SLICE = 300;

/** Cores that each domain is given credits for, once the order of the domains has settled. */
export function coresOf(domains: readonly Domain[], cores: number, slices = 50): number[] {
  let order = domains.map((_, index) => index);
  let given: number[] = [];
  for (let slice = 0; slice < slices; slice++) ({ given, order } = account(domains, cores, order));
  return given.map((credits) => credits / CREDITS_PER_SLICE);
}

function account(
  domains: readonly Domain[],
  cores: number,
  order: readonly number[],
): { given: number[]; order: number[] } {
  const weightOf = (index: number) => domains[index]!.weight * domains[index]!.vcpus;
  const weightTotal = order.reduce((sum, index) => sum + weightOf(index), 0);
  let weightLeft = weightTotal;
  let creditTotal = cores * CREDITS_PER_SLICE;
  let next = [...order];
  let extra = false;
  const given = domains.map(() => 0);
  for (const index of order) {
    const { cap, vcpus } = domains[index]!;
    weightLeft -= weightOf(index);
    const capped = cap === 0 ? Infinity : Math.ceil((cap * CREDITS_PER_SLICE) / 100);
    const peak = Math.min(vcpus * CREDITS_PER_SLICE, capped);
    const fair = Math.ceil((creditTotal * weightOf(index)) / weightTotal);
    if (fair < peak) extra = true;
    else {
      if (weightLeft > 0) creditTotal += Math.ceil(((fair - peak) * weightTotal) / weightLeft);
      if (extra) next = [index, ...next.filter((other) => other !== index)];
    }
    given[index] = Math.min(fair, peak);
  }
  return { given, order: next };
}
