// The Vite plugin for charts: in the pages a machine is its compiled table beside its own functions, so that
// neither the compiler nor XState is loaded before a stage stands. Tests and scripts compile as they run.
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import { compile } from '../../sim/engine/compile/compile';
import { pack } from './pack';
import { withTable } from './withTable';

/** Machines whose table is run: those of boxes and that of a lesson. An app's own modes are actors of XState. */
const MACHINE = /\/src\/(sim\/.+|lesson\/lesson)\.machine\.ts$/;
const CHARTS = /\/sim\/charts\.ts$/;
const prepared = fileURLToPath(new URL('../../sim/engine/compile/prepared.ts', import.meta.url));

type Machine = Parameters<typeof compile>[0];

/** What a machine's file exports: the machine, and how it is compiled where that is not as usual. */
interface MachineFile {
  readonly compileAs?: Parameters<typeof compile>[1];
  readonly [name: string]: unknown;
}

/** The machine that a file exports. Throws Error when there is not exactly one. */
function machineIn(file: MachineFile, path: string): Machine {
  const machines = Object.entries(file).filter(([name]) => name.endsWith('Machine'));
  const [only] = machines;
  if (only === undefined || machines.length > 1) {
    throw new Error(`${path} exports ${machines.length} machines; export one, named ...Machine`);
  }
  return only[1] as Machine;
}

/** The plugin. Throws ChartRefused for a chart outside the compiler's closed list. */
export function charts(): Plugin {
  return {
    name: 'charts',
    apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === 'xstate' && importer !== undefined && MACHINE.test(importer)) return prepared;
      return id.endsWith('/compile/compile') ? prepared : null;
    },
    async transform(code, id) {
      if (CHARTS.test(id)) {
        const { module } = await runnerImport<{ readonly charts: unknown }>(id);
        return { code: `export const charts = ${JSON.stringify(module.charts)};`, map: null };
      }
      if (!MACHINE.test(id)) return null;
      const { module } = await runnerImport<MachineFile>(id);
      const machine = machineIn(module, id);
      const table = pack(machine, compile(machine, module.compileAs));
      return { code: withTable(code, this.parse(code, { lang: 'ts' }), table), map: null };
    },
  };
}
