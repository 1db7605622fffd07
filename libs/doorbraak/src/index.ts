export * from './domain/index.js';
export { Canvas } from './canvas.entity.js';
export { CANVAS_CONTENT, CanvasesQueries, type CanvasView } from './canvases.queries.js';
export { CanvasesService } from './canvases.service.js';
export { DoorbraakModule } from './doorbraak.module.js';
