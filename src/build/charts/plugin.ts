// The Vite plugin for charts: in the pages a machine is its compiled table beside its own functions, so that
// neither the compiler nor XState is loaded before a stage stands. Tests and scripts compile as they run.
import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { charts as chartsOfKinds } from '../../sim/charts';
import { compile } from '../../sim/engine/compile/compile';
import type { PackedTable } from '../../sim/engine/compile/packed';
import { pack } from './pack';
import { withTable } from './withTable';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
let found: ReadonlyMap<string, MachineFile> | null = null;
/**
 * Machines whose table is run, by path: those of boxes and that of a lesson. An app's own modes are actors of XState.
 * Looked for when a build asks: whatever else reads the configuration may not know how.
 */
const machines = () => (found ??= findMachines());

function findMachines(): ReadonlyMap<string, MachineFile> {
  const files = import.meta.glob<MachineFile>(
    ['../../sim/**/*.machine.ts', '../../lesson/lesson.machine.ts'],
    { eager: true },
  );
  return new Map(Object.entries(files).map(([path, file]) => [normalizePath(pathOf(path)), file]));
}
const CHARTS = /\/sim\/charts\.ts$/;
const prepared = pathOf('../../sim/engine/compile/prepared.ts');

type Machine = Parameters<typeof compile>[0];

/** What a machine's file exports: the machine, and how it is compiled where that is not as usual. */
interface MachineFile {
  readonly compileAs?: Parameters<typeof compile>[1];
  readonly [name: string]: unknown;
}

/** The machine that a file exports. Throws Error when there is not exactly one. */
function machineIn(file: MachineFile, path: string): Machine {
  const found = Object.entries(file).filter(([name]) => name.endsWith('Machine'));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${path} exports ${found.length} machines; export one, named ...Machine`);
  }
  return only[1] as Machine;
}

/** The table of the machine in a file. Throws ChartRefused for a chart outside the compiler's closed list. */
function tableIn(file: MachineFile, path: string): PackedTable {
  const machine = machineIn(file, path);
  return pack(machine, compile(machine, file.compileAs));
}

/** The plugin; each table is made once for all the builds that it takes part in. */
export function charts(): Plugin {
  const tables = new Map<string, PackedTable>();
  return {
    name: 'charts',
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'xstate' && importer !== undefined && machines().has(importer)) return prepared;
      return id.endsWith('/compile/compile') ? prepared : null;
    },
    transform(code, id) {
      if (CHARTS.test(id))
        return { code: `export const charts = ${JSON.stringify(chartsOfKinds)};`, map: null };
      const file = machines().get(id);
      if (file === undefined) return null;
      const table = tables.get(id) ?? tableIn(file, id);
      tables.set(id, table);
      return { code: withTable(code, this.parse(code, { lang: 'ts' }), table), map: null };
    },
  };
}
