// What a task offers: all commands of a name, or those on one box or done in one way.
import { describe, expect, it } from 'vitest';
import { isOffered } from '../../src/lesson/offered';

const panic = (target: string) => ({ name: 'panic-kernel', target });
const migrate = (mode: string) => ({ name: 'migrate-vm', target: 'vm/vm-1', args: { to: 'x', mode } });

describe('isOffered', () => {
  it('offers all commands of a name', () => {
    expect(isOffered(['panic-kernel'], 'panic-kernel', panic('kernel/vm-1'))).toBe(true);
    expect(isOffered(['panic-kernel'], 'crash-vm')).toBe(false);
  });

  it('offers those on a box alone, and knows the name where no box is asked for', () => {
    const offered = ['panic-kernel:kernel/dom0'];
    expect(isOffered(offered, 'panic-kernel')).toBe(true);
    expect(isOffered(offered, 'panic-kernel', panic('kernel/dom0'))).toBe(true);
    expect(isOffered(offered, 'panic-kernel', panic('kernel/vm-1'))).toBe(false);
  });

  it('offers one way to do it', () => {
    expect(isOffered(['migrate-vm:pre-copy'], 'migrate-vm', migrate('pre-copy'))).toBe(true);
    expect(isOffered(['migrate-vm:pre-copy'], 'migrate-vm', migrate('post-copy'))).toBe(false);
  });
});
