// The door to the words beside the gauges of containers. It stands apart from `index.ts`, because they come after the stage.
import { enLimitGauges, type LimitGaugeMessages } from './en/limitGauges';

/** The words of the gauges in the language that is shown. */
export const limitGauges: LimitGaugeMessages = enLimitGauges;
