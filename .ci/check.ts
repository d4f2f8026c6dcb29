import { runFastSteps } from "./fast-steps";
import { finish } from "./steps";

/** `npm run check`: under a minute, before each commit. */
finish(runFastSteps());
