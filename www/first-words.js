// The words of the page before anything else of it is there: this needs two files, main.js all.

import { applyStrings } from "./interface.js";

applyStrings();
