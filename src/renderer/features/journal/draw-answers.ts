import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { colorOf, fontOf, type ChartDrawing } from '../../ui/chart-drawing.ts';

type Answer = 'yes' | 'partly' | 'no' | 'too-early';

/** What the chart shows: some bars, and how much of each bar every answer is. */
interface AnswerFigures {
  readonly bars: readonly string[];
  readonly answers: readonly {
    readonly answer: Answer;
    readonly label: string;
    readonly counts: readonly number[];
  }[];
}

/** The token of each answer's colour; an edge tells them apart where colours do not. */
const tokens: Readonly<Record<Answer, string>> = {
  yes: '--accent',
  partly: '--accent-soft',
  no: '--warning',
  'too-early': '--surface',
};

/** Draws answers on a canvas as bars that lie, each made of its parts. It stands still. */
export function drawAnswers(canvas: HTMLCanvasElement): ChartDrawing<AnswerFigures> {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale);
  const chart = new Chart<'bar', number[]>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: { animation: false, maintainAspectRatio: false, events: [], indexAxis: 'y' },
  });
  return {
    show: ({ bars, answers }) => {
      chart.data = {
        labels: [...bars],
        datasets: answers.map(({ answer, label, counts }) => ({
          ...{ label, data: [...counts], backgroundColor: colorOf(canvas, tokens[answer]) },
          ...{ borderColor: colorOf(canvas, '--line-strong'), borderWidth: 1 },
          ...{ borderSkipped: false, maxBarThickness: 20 },
        })),
      };
      chart.options.scales = scalesOf(canvas);
      chart.update();
    },
    end: () => {
      chart.destroy();
    },
  };
}

function scalesOf(on: HTMLElement) {
  const ticks = { color: colorOf(on, '--ink-soft'), font: fontOf(on) };
  return {
    x: {
      stacked: true,
      beginAtZero: true,
      grid: { color: colorOf(on, '--line') },
      border: { display: false },
      // Nobody decides half a time.
      ticks: { ...ticks, precision: 0, maxTicksLimit: 6 },
    },
    y: {
      stacked: true,
      grid: { display: false },
      border: { color: colorOf(on, '--line-strong') },
      ticks,
    },
  };
}
