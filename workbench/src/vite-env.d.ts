declare module 'virtual:basemap' {
  const url: string;
  export default url;
}
