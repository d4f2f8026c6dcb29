import { sourceSteps, unitSteps, writeRouteTypes } from "./fast-steps";
import { finish, runInTwos } from "./steps";

/** `npm run check`: all that needs neither a browser nor a database, under a minute. */
finish([...(await writeRouteTypes()), ...(await runInTwos([...unitSteps, ...sourceSteps]))]);
