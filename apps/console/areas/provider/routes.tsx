export default function ProviderArea() {
  return null;
}
