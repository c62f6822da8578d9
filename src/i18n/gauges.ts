// The door to the words beside the gauges of VMs. It stands apart from `index.ts`, because they come after the stage.
import { enGauges, type GaugeMessages } from './en/gauges';

/** The words of the gauges in the language that is shown. */
export const gauges: GaugeMessages = enGauges;
