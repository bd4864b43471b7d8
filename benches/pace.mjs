// How long is measured: in full for figures to publish, short to see that the benchmark works. Times are in milliseconds.

export const FULL = {
  sizes: "3,30,300,1000,5000",
  rounds: 7,
  // The compiled code settles on the first size; on the others memory grows to what the text needs.
  firstWarmUp: { least: 3, most: 1000, during: 2000 },
  warmUp: { least: 1, most: 100, during: 1500 },
  round: { least: 1, most: 40, during: 300 },
  // After this many rounds a row that has taken `enough` in all has enough repetitions.
  fewestRounds: 3,
  enough: 15_000,
  starts: 7,
  stages: { size: 300_000, rounds: 15 },
};

export const SHORT = {
  sizes: "3,30",
  rounds: 3,
  firstWarmUp: { least: 3, most: 200, during: 400 },
  warmUp: { least: 1, most: 20, during: 200 },
  round: { least: 1, most: 10, during: 60 },
  fewestRounds: 3,
  enough: 2000,
  starts: 2,
  stages: { size: 30_000, rounds: 3 },
};

// A tool that takes, or would take, longer than this for one text is not asked, or stopped.
export const MOST = 60_000;
// A tool that takes longer than this for one text is timed once.
export const ONCE = 5000;
