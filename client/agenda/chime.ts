/** Two soft tones, a fifth apart; nothing is fetched for them. Where the browser forbids sound, there is none. */
export function chime(): void {
  try {
    const context = new AudioContext();
    const begin = context.currentTime + 0.02;
    ring(context, 523.25, begin);
    ring(context, 783.99, begin + 0.22);
    setTimeout(() => void context.close(), 3_000);
  } catch {
    // A device without sound.
  }
}

function ring(context: AudioContext, frequency: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.16, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.6);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 1.7);
}
