// In Node the module is read from its file, so everything works without `init`, which then does nothing.

import { readFileSync } from "node:fs";
import { initSync } from "./griot.js";

initSync({ module: readFileSync(new URL("griot_bg.wasm", import.meta.url)) });

export { default } from "./griot.js";
export * from "./griot.js";
