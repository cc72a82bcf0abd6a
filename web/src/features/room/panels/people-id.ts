export const peoplePanelId = 'people';
