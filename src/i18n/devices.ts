// The door to the words of virtual devices. It stands apart from `index.ts`, because they come with the inspector alone.
import { enDevices, type DeviceMessages } from './en/devices';

/** The words of devices in the language that is shown. */
export const devices: DeviceMessages = enDevices;
