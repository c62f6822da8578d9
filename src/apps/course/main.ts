// The first script of the course page.
document.querySelector('#app')?.append('Blast Radius');
