// What cannot wait for the rest of the page: the loading of the analyser.

import { AnalysisClient } from "./analysis-client.js";

export const client = new AnalysisClient();
if (AnalysisClient.supported()) client.load().catch(() => {}); // main.js asks again, and says what is wrong
