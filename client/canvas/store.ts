import { createTLSchemaFromUtils, createTLStore, type TLShape, type TLStore } from '@tldraw/tldraw';
import { isFromBoard } from './note-shape.tsx';
import { BINDING_UTILS, SHAPE_UTILS } from './tldraw-setup.ts';

/**
 * The records of one canvas. tldraw checks each that comes, and for that makes an index that would follow
 * its own: with thousands of notes a tenth of a start. Those made from the board, whose fields were checked
 * when they were read, are taken as they are.
 */
export function createCanvasStore(): TLStore {
  const schema = createTLSchemaFromUtils({ shapeUtils: SHAPE_UTILS, bindingUtils: BINDING_UTILS });
  const shapes = (schema as TLStore['schema']).types.shape;
  const { validator } = shapes;
  Object.assign(shapes, {
    validator: {
      validate: (shape: TLShape) => (isFromBoard(shape) ? shape : validator.validate(shape)),
      validateUsingKnownGoodVersion: (before: TLShape, shape: TLShape) =>
        isFromBoard(shape) ? shape : (validator.validateUsingKnownGoodVersion?.(before, shape) ?? validator.validate(shape)),
    },
  });
  return createTLStore({ schema });
}
