import {
  hasRealData,
  openPlatform,
  readCloudEvents,
  readFhirExamples,
  readRegister,
  readSynthea,
  realDataDirectory,
} from './real-data/read-real-data';

/** Prints what becomes of every real input: records, events by type, quarantined by code. */
async function main(): Promise<void> {
  if (!hasRealData()) {
    console.error(`There are no real inputs in ${realDataDirectory()}; name their directory in PLUMBLINE_REAL_DATA.`);
    process.exitCode = 1;
    return;
  }
  const platform = await openPlatform();
  try {
    const read = [
      ...(await readFhirExamples(platform)),
      ...(await readSynthea(platform)),
      ...(await readRegister(platform, 3)),
      ...(await readRegister(platform, 5)),
      ...(await readCloudEvents(platform)),
    ];
    for (const { name, receipt } of read) {
      const { records, accepted, repeated, context, unchanged, nil, released, quarantined, conflicts, byType, byCode } = receipt;
      console.log(name);
      console.log(
        `  ${String(records)} records: ${String(accepted)} events, ${String(quarantined + conflicts)} in quarantine, ${String(context)} for lookup, ` +
          `${String(unchanged)} unchanged, ${String(repeated)} repeated, ${String(nil)} nil; ${String(released)} released from quarantine`,
      );
      for (const [type, count] of Object.entries(byType)) console.log(`  ${String(count).padStart(8)}  ${type}`);
      for (const [code, count] of Object.entries(byCode)) console.log(`  ${String(count).padStart(8)}  quarantine: ${code}`);
    }
  } finally {
    await platform.close();
  }
}

void main();
