// Dragging with mouse, pen or finger: a finger that moves up or down scrolls the page instead.

/** How near to a mark counts as on it, in pixels. */
const NEAR_MOUSE = 5;
const NEAR_FINGER = 14;
/** How far a finger moves sideways before it drags, in pixels. */
const DECIDED = 6;

/** Attributes for the element that is dragged on; `move` gets pixels from its left edge. */
export function dragging(move: (x: number, near: number) => void) {
  let startX: number | null = null;
  let isDragging = false;

  const moveTo = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    move(event.clientX - left, event.pointerType === 'touch' ? NEAR_FINGER : NEAR_MOUSE);
  };

  return {
    onpointerdown(event: PointerEvent & { currentTarget: HTMLElement }) {
      if (!event.isPrimary || event.button !== 0) return;
      startX = event.clientX;
      isDragging = event.pointerType !== 'touch';
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.querySelector<HTMLElement>('[role=slider]')?.focus({ preventScroll: true });
      event.preventDefault();
      if (isDragging) moveTo(event);
    },
    onpointermove(event: PointerEvent & { currentTarget: HTMLElement }) {
      if (startX === null) return;
      isDragging ||= Math.abs(event.clientX - startX) > DECIDED;
      if (isDragging) moveTo(event);
    },
    onpointerup(event: PointerEvent & { currentTarget: HTMLElement }) {
      if (startX !== null) moveTo(event);
      startX = null;
    },
    onpointercancel() {
      startX = null;
    },
    ontouchend(event: TouchEvent) {
      // Where the head went other things can be done: the click that follows a tap must not press what came under it.
      if (event.cancelable) event.preventDefault();
    },
  };
}
