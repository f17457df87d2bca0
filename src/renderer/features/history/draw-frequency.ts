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
import { colorOf, fontOf, type ChartDrawing } from '../../ui/chart-drawing.ts';

/** What the chart shows, one of each for every month. */
export interface FrequencyFigures {
  readonly labels: readonly string[];
  readonly held: readonly number[];
  readonly agreed: readonly (number | null)[];
  readonly heldLabel: string;
  readonly agreedLabel: string;
}

/**
 * Draws how often two people met on a canvas: bars, and what they agreed as a dashed line. It stands
 * still, whatever changes, so that there is nothing to switch off for those who want no motion.
 */
export function drawFrequency(canvas: HTMLCanvasElement): ChartDrawing<FrequencyFigures> {
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

function dataOf(
  { labels, held, agreed, heldLabel, agreedLabel }: FrequencyFigures,
  on: HTMLElement,
) {
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
