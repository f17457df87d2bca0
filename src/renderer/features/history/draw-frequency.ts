import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';

/** What the chart shows, one of each for every month. */
interface Figures {
  readonly labels: readonly string[];
  readonly held: readonly number[];
  readonly agreed: readonly (number | null)[];
  readonly heldLabel: string;
  readonly agreedLabel: string;
}

export interface FrequencyDrawing {
  /** Draws these figures, in the colours of the theme of now. */
  readonly show: (figures: Figures) => void;
  readonly end: () => void;
}

/**
 * Draws how often two people met on a canvas: bars, and what they agreed as a dashed line. It stands
 * still, whatever changes, so that there is nothing to switch off for those who want no motion.
 */
export function drawFrequency(canvas: HTMLCanvasElement): FrequencyDrawing {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale);
  Chart.register(LineController, LineElement, PointElement);
  const chart = new Chart<'bar' | 'line', (number | null)[]>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: { animation: false, maintainAspectRatio: false, events: [] },
  });
  return {
    show: (figures) => {
      chart.data = dataOf(figures, canvas);
      chart.options.scales = scalesOf(canvas);
      chart.update();
    },
    end: () => {
      chart.destroy();
    },
  };
}

function dataOf({ labels, held, agreed, heldLabel, agreedLabel }: Figures, on: HTMLElement) {
  const line = colorOf(on, '--warning');
  return {
    labels: [...labels],
    datasets: [
      {
        type: 'line' as const,
        label: agreedLabel,
        data: [...agreed],
        borderColor: line,
        borderDash: [5, 4],
        borderWidth: 2,
        pointRadius: 0,
        spanGaps: false,
      },
      {
        type: 'bar' as const,
        label: heldLabel,
        data: [...held],
        backgroundColor: colorOf(on, '--accent'),
        borderRadius: 3,
        maxBarThickness: 22,
      },
    ],
  };
}

function scalesOf(on: HTMLElement) {
  const ticks = { color: colorOf(on, '--ink-soft'), font: fontOf(on) };
  return {
    x: {
      grid: { display: false },
      border: { color: colorOf(on, '--line-strong') },
      ticks: { ...ticks, maxRotation: 0 },
    },
    y: {
      beginAtZero: true,
      suggestedMax: 2,
      grid: { color: colorOf(on, '--line') },
      border: { display: false },
      // Nobody meets one and a half times.
      ticks: { ...ticks, precision: 0, maxTicksLimit: 5 },
    },
  };
}

/** A token as a canvas understands it: light or dark is chosen, as for any colour on the page. */
function colorOf(canvas: HTMLElement, token: string): string {
  // An element that was there before could be on its way from its old colour to the new one.
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  canvas.after(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function fontOf(element: HTMLElement): { family: string; size: number } {
  const { fontFamily } = getComputedStyle(element);
  const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { family: fontFamily, size: rootSize * 0.75 };
}
