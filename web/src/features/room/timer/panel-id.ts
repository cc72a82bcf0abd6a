export const timerPanelId = 'timer';
