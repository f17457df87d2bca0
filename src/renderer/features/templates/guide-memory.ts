/** Whether the prompts beside an agenda are unfolded, for as long as the window lives. */
export class GuideMemory {
  isOpen = true;
}
