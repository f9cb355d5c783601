/*
 * Loaded into every measured server before its own code: answers what only the process itself
 * knows, and ends the server when the bench is gone.
 */

process.on('message', async (ask) => {
  if (ask === 'memory') {
    await collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send?.({ rss, used: heapUsed + external });
  }
  if (ask === 'usage') {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.send?.({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMemory: maxRSS * 1024 });
  }
});
process.on('disconnect', () => process.exit(1));

/** Several times, because what finalizers let go of is only collected by the next one. */
async function collectGarbage() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
