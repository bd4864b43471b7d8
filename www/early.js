// What cannot wait for the rest of the page: its words, and the loading of the analyser.

import { AnalysisClient } from "./analysis-client.js";
import { applyStrings } from "./interface.js";

applyStrings();

export const client = new AnalysisClient();
if (AnalysisClient.supported()) client.load().catch(() => {}); // main.js asks again, and says what is wrong
