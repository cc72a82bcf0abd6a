export const tasksPanelId = 'tasks';
