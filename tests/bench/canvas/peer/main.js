// @ts-nocheck -- its packages are only there once the bench has installed them
import '@excalidraw/excalidraw/index.css';
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/* Excalidraw with the notes of the crowd. The bench hands them over and says when to open. */

globalThis.openCrowd = (notes) => {
  const elements = convertToExcalidrawElements(
    notes.map(({ x, y, width, height, fill, text }) => ({
      type: 'rectangle',
      x,
      y,
      width,
      height,
      backgroundColor: fill,
      fillStyle: 'solid',
      roughness: 0,
      strokeWidth: 1,
      label: { text, fontSize: 13 },
    })),
  );
  const began = performance.now();
  return new Promise((resolve) => {
    const onChange = (shown, { isLoading }) => {
      if (isLoading || shown.length < elements.length) return;
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
    };
    createRoot(document.getElementById('root')).render(
      createElement(Excalidraw, {
        initialData: { elements, scrollToContent: true },
        excalidrawAPI: (api) => Object.assign(globalThis, { api }),
        onChange,
      }),
    );
  });
};
