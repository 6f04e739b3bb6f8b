let speaker: AudioContext | undefined;

/** A short tone: high when it is in order, low when a person should look, twice when it was refused. */
export function sound(tone: 'good' | 'warn' | 'bad'): void {
  speaker ??= new AudioContext();
  const starts = tone === 'bad' ? [0, 0.18] : [0];
  for (const start of starts) {
    const oscillator = speaker.createOscillator();
    const volume = speaker.createGain();
    oscillator.frequency.value = tone === 'good' ? 880 : 330;
    volume.gain.value = 0.08;
    oscillator.connect(volume).connect(speaker.destination);
    oscillator.start(speaker.currentTime + start);
    oscillator.stop(speaker.currentTime + start + 0.12);
  }
}
